package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Query;
import org.dffmpeg.coordinator.core.job.Job;

/** The one statement that changes a job: compare-and-set of everything that can change. Pure. */
final class JobUpdate {
  static final String JPQL =
      "update JobRow j set"
          + " j.state = :state,"
          + " j.lastUpdate = :lastUpdate,"
          + " j.attempt = :attempt,"
          + " j.workerId = :workerId,"
          + " j.lastWorkerId = :lastWorkerId,"
          + " j.incarnation = :incarnation,"
          + " j.workerLastSeen = :workerLastSeen,"
          + " j.startedAt = :startedAt,"
          + " j.monitored = :monitored,"
          + " j.clientLastSeen = :clientLastSeen,"
          + " j.clientDeadline = :clientDeadline,"
          + " j.cancelDeadline = :cancelDeadline,"
          + " j.endedAt = :endedAt,"
          + " j.exitCode = :exitCode,"
          + " j.reason = :reason,"
          + " j.reasonDetail = :reasonDetail,"
          + " j.lastMessageId = :lastMessageId,"
          + " j.lastLogId = :lastLogId,"
          + " j.rowVersion = j.rowVersion + 1"
          + " where j.jobId = :jobId and j.rowVersion = :seen";

  private JobUpdate() {}

  static void bind(Query update, Job seen, JobRow next) {
    update
        .setParameter("state", next.state)
        .setParameter("lastUpdate", next.lastUpdate)
        .setParameter("attempt", next.attempt)
        .setParameter("workerId", next.workerId)
        .setParameter("lastWorkerId", next.lastWorkerId)
        .setParameter("incarnation", next.incarnation)
        .setParameter("workerLastSeen", next.workerLastSeen)
        .setParameter("startedAt", next.startedAt)
        .setParameter("monitored", next.monitored)
        .setParameter("clientLastSeen", next.clientLastSeen)
        .setParameter("clientDeadline", next.clientDeadline)
        .setParameter("cancelDeadline", next.cancelDeadline)
        .setParameter("endedAt", next.endedAt)
        .setParameter("exitCode", next.exitCode)
        .setParameter("reason", next.reason)
        .setParameter("reasonDetail", next.reasonDetail)
        .setParameter("lastMessageId", next.lastMessageId)
        .setParameter("lastLogId", next.lastLogId)
        .setParameter("jobId", next.jobId)
        .setParameter("seen", seen.version());
  }
}
