package org.dffmpeg.common.job;

import static org.dffmpeg.common.job.JobEvent.*;
import static org.dffmpeg.common.job.JobState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a job as a table: the only place that knows which event leads where. What is not in
 * the table is refused, not repaired; no row leaves a terminal state. Immutable.
 *
 * <p>A job that was assigned but not started goes back to the queue when its worker is lost; one
 * that ran goes back only by {@code RETRY}, if its policy and the reason allow it.
 */
public final class JobLifecycle {
  private static final Map<JobState, Map<JobEvent, JobState>> TABLE = new EnumMap<>(JobState.class);

  static {
    row(PENDING, ASSIGN, ASSIGNED);
    row(PENDING, CANCEL, CANCELED);
    row(PENDING, CLIENT_GONE, CANCELED);
    row(PENDING, QUEUE_OVERDUE, FAILED);

    row(ASSIGNED, ACCEPT, RUNNING);
    row(ASSIGNED, REJECT, PENDING);
    row(ASSIGNED, ACCEPT_OVERDUE, PENDING);
    row(ASSIGNED, WORKER_LOST, PENDING);
    row(ASSIGNED, CANCEL, CANCELING);
    row(ASSIGNED, CLIENT_GONE, CANCELING);
    row(ASSIGNED, REPORT_COMPLETED, COMPLETED);
    row(ASSIGNED, REPORT_FAILED, FAILED);
    row(ASSIGNED, REPORT_CANCELED, CANCELED);
    row(ASSIGNED, RETRY, PENDING);
    row(ASSIGNED, GIVE_UP, FAILED);

    row(RUNNING, ACCEPT, RUNNING);
    row(RUNNING, WORKER_LOST, FAILED);
    row(RUNNING, CANCEL, CANCELING);
    row(RUNNING, CLIENT_GONE, CANCELING);
    row(RUNNING, RUN_OVERDUE, CANCELING);
    row(RUNNING, REPORT_COMPLETED, COMPLETED);
    row(RUNNING, REPORT_FAILED, FAILED);
    row(RUNNING, REPORT_CANCELED, CANCELED);
    row(RUNNING, RETRY, PENDING);

    row(CANCELING, ACCEPT, CANCELING);
    row(CANCELING, CANCEL, CANCELING);
    row(CANCELING, REJECT, CANCELED);
    row(CANCELING, WORKER_LOST, CANCELED);
    row(CANCELING, CANCEL_OVERDUE, CANCELED);
    row(CANCELING, REPORT_COMPLETED, COMPLETED);
    row(CANCELING, REPORT_FAILED, FAILED);
    row(CANCELING, REPORT_CANCELED, CANCELED);
  }

  private JobLifecycle() {}

  /** The state after the event, or empty if a job in this state refuses it. */
  public static Optional<JobState> next(JobState from, JobEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(event));
  }

  /** The whole table, for documents and tests. Unmodifiable. */
  public static Map<JobState, Map<JobEvent, JobState>> table() {
    return Map.copyOf(TABLE);
  }

  private static void row(JobState from, JobEvent event, JobState to) {
    TABLE.computeIfAbsent(from, state -> new EnumMap<>(JobEvent.class)).put(event, to);
  }
}
