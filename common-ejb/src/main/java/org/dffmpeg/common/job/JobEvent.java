package org.dffmpeg.common.job;

/** What can happen to a job after it was submitted (PROTOCOL 12, made strict). */
public enum JobEvent {
  /** The scheduler gave it to a worker: a new attempt. */
  ASSIGN,
  /** The assigned worker took it. */
  ACCEPT,
  /** The assigned worker gave it back unstarted. */
  REJECT,
  /** The assigned worker did not answer in time. */
  ACCEPT_OVERDUE,
  /** The requester or an administrator wants it ended. */
  CANCEL,
  /** It ran longer than it may, and its worker did not end it. */
  RUN_OVERDUE,
  /** No worker took it within its time in the queue. */
  QUEUE_OVERDUE,
  /** The monitoring client stopped its heartbeats. */
  CLIENT_GONE,
  /** The worker's lease ran out, or the worker returned under a new incarnation. */
  WORKER_LOST,
  /** The worker did not confirm the end of a canceled job in time. */
  CANCEL_OVERDUE,
  /** The worker reported exit code 0. */
  REPORT_COMPLETED,
  /** The worker reported a failure. */
  REPORT_FAILED,
  /** The worker reported that it ended the job on request. */
  REPORT_CANCELED,
  /** Its worker was lost or reported a failure, and the job is to be run again. */
  RETRY,
  /** It was given to workers so often without a start that there is no point in another try. */
  GIVE_UP
}
