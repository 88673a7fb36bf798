package org.dffmpeg.client.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.internal.DefaultJobClient;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.WorkerView;

/**
 * A connection to a coordinator under one identity. Not to be implemented by users: it may grow.
 *
 * <p>Thread-safe. Owns one thread for listeners, a few for heartbeats, and one per watched job;
 * {@link #close} ends them. Every call that asks the coordinator blocks, retries what may pass
 * (unreachable, 5xx, 429) with growing pauses for {@link ClientSettings#patience}, and then throws
 * one of the {@link ClientException} family:
 *
 * <ul>
 *   <li>{@link CoordinatorUnreachable}: no answer within the patience;
 *   <li>{@link NotAuthorized}: wrong identity, key, clock or role;
 *   <li>{@link NotFound}: no such job or worker;
 *   <li>{@link JobRejected}: the coordinator refused the request for what it says;
 *   <li>{@link ProtocolMismatch}: the answer was not understood;
 *   <li>{@link ClientClosed}: a job to be watched was given to a client that is closed.
 * </ul>
 */
public interface JobClient extends AutoCloseable {

  /** A client without a common listener. Does not contact the coordinator yet. */
  static JobClient connect(ClientSettings settings) {
    return connect(settings, ClientListener.NONE);
  }

  /**
   * A client whose listener hears of every job submitted or attached through it. Does not contact
   * the coordinator yet.
   */
  static JobClient connect(ClientSettings settings, ClientListener listener) {
    return DefaultJobClient.connect(settings, listener);
  }

  /**
   * Hands a command to the coordinator and returns as soon as it has taken it; the job then waits
   * for a worker. Paths are made logical by {@link ClientSettings#paths}. The job is watched until
   * its end unless {@link JobRequest#monitored} is false.
   *
   * @throws JobRejected also if the request is strict and names a path that cannot be mapped
   */
  default JobHandle submit(JobRequest request) {
    return submit(request, ClientListener.NONE);
  }

  /** As {@link #submit(JobRequest)}, with a listener for this job beside the common one. */
  JobHandle submit(JobRequest request, ClientListener listener);

  /**
   * Watches a job that was submitted elsewhere or earlier, and keeps it alive by heartbeats from
   * now on. Output that was kept is delivered from its start.
   */
  default JobHandle attach(JobId job) {
    return attach(job, ClientListener.NONE);
  }

  /** As {@link #attach(JobId)}, with a listener for this job beside the common one. */
  JobHandle attach(JobId job, ClientListener listener);

  /** The job as the coordinator sees it now. */
  JobView status(JobId job);

  /** Own jobs that are active or ended within the window, newest first. */
  List<JobView> jobs(Duration window);

  /** Asks for the end of a job; ends nothing that has ended. Returns before the worker obeyed. */
  void cancel(JobId job);

  /**
   * Moves a job that still waits among those of its class: greater priorities go first.
   *
   * @param priority from -100 to 100
   * @throws JobRejected if it waits no longer
   */
  void setPriority(JobId job, int priority);

  /**
   * Gives a job that still waits another class.
   *
   * @throws JobRejected if it waits no longer
   */
  void setClass(JobId job, JobClass jobClass);

  /**
   * Kept output after a cursor, in order: a page as large as the coordinator makes it, at most 1000
   * uploads (each holds up to some hundred lines).
   *
   * @param after empty for the start, else {@link LogPage#lastMessageId} of the page before
   * @return a page without a last message id when there is no more for now
   */
  LogPage logs(JobId job, Optional<MessageId> after);

  /** Workers that are there or were within the window; what they can is only counted. */
  List<WorkerView> workers(Duration window);

  /** One worker, with all that it can. */
  WorkerView worker(WorkerId worker);

  /**
   * Stops watching and ends all threads; jobs go on (a monitored one ends when its client's lease
   * runs out). Listeners hear {@link ClientListener#onLost} and results still awaited complete
   * exceptionally with {@link ClientClosed}, in no order. Idempotent.
   */
  @Override
  void close();
}
