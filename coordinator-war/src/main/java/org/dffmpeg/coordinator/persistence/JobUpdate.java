package org.dffmpeg.coordinator.persistence;

import org.dffmpeg.coordinator.core.job.Job;

/** The one statement that changes a job: compare-and-set of everything that can change. Pure. */
final class JobUpdate {
  static final String JPQL =
      "update JobRow j set"
          + " j.state = :state,"
          + " j.jobClass = :jobClass,"
          + " j.priority = :priority,"
          + " j.lane = :lane,"
          + " j.notBefore = :notBefore,"
          + " j.queueDeadline = :queueDeadline,"
          + " j.lastUpdate = :lastUpdate,"
          + " j.attempt = :attempt,"
          + " j.workerId = :workerId,"
          + " j.lastWorkerId = :lastWorkerId,"
          + " j.incarnation = :incarnation,"
          + " j.workerLastSeen = :workerLastSeen,"
          + " j.assignedAt = :assignedAt,"
          + " j.startedAt = :startedAt,"
          + " j.failedOn = :failedOn,"
          + " j.outputs = :outputs,"
          + " j.rejections = :rejections,"
          + " j.runDeadline = :runDeadline,"
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

  static void bind(Change update, Job seen, JobRow next) {
    update
        .with("state", next.state)
        .with("jobClass", next.jobClass)
        .with("priority", next.priority)
        .with("lane", next.lane)
        .with("notBefore", next.notBefore)
        .with("queueDeadline", next.queueDeadline)
        .with("lastUpdate", next.lastUpdate)
        .with("attempt", next.attempt)
        .with("workerId", next.workerId)
        .with("lastWorkerId", next.lastWorkerId)
        .with("incarnation", next.incarnation)
        .with("workerLastSeen", next.workerLastSeen)
        .with("assignedAt", next.assignedAt)
        .with("startedAt", next.startedAt)
        .with("failedOn", next.failedOn)
        .with("outputs", next.outputs)
        .with("rejections", next.rejections)
        .with("runDeadline", next.runDeadline)
        .with("monitored", next.monitored)
        .with("clientLastSeen", next.clientLastSeen)
        .with("clientDeadline", next.clientDeadline)
        .with("cancelDeadline", next.cancelDeadline)
        .with("endedAt", next.endedAt)
        .with("exitCode", next.exitCode)
        .with("reason", next.reason)
        .with("reasonDetail", next.reasonDetail)
        .with("lastMessageId", next.lastMessageId)
        .with("lastLogId", next.lastLogId)
        .with("jobId", next.jobId)
        .with("seen", seen.version());
  }
}
