package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it (PROTOCOL 5.3 "JobRecord"). From {@code attempt} on the keys are our
 * additions: the number of assignments so far, the last of them one by one (only where one job is
 * shown), times of start and end, why it ended, while it is pending what it waits for, its position
 * in the queue (1 is the first) and when it may start (both null in lists), and its options, with
 * class and priority as they are now. Absent ones are null (attempt 0, no attempts, default
 * options) when an old coordinator answers.
 */
public record JobView(
    TransportOffer transport,
    JobId jobId,
    ClientId requesterId,
    String binaryName,
    List<String> arguments,
    List<String> paths,
    @Nullable String workingDirectory,
    JobState status,
    @Nullable Integer exitCode,
    @Nullable WorkerId workerId,
    Instant createdAt,
    Instant lastUpdate,
    @Nullable Instant workerLastSeen,
    @Nullable Instant clientLastSeen,
    int heartbeatInterval,
    boolean monitor,
    int attempt,
    List<AttemptView> attempts,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable EndReason reason,
    @Nullable String reasonDetail,
    @Nullable String waitingFor,
    @Nullable Integer queuePosition,
    @Nullable Instant estimatedStart,
    JobOptions options) {
  public JobView {
    arguments = List.copyOf(arguments);
    paths = List.copyOf(paths);
    attempts = List.copyOf(attempts);
  }

  public JobView withAttempts(List<AttemptView> next) {
    return new JobView(
        transport,
        jobId,
        requesterId,
        binaryName,
        arguments,
        paths,
        workingDirectory,
        status,
        exitCode,
        workerId,
        createdAt,
        lastUpdate,
        workerLastSeen,
        clientLastSeen,
        heartbeatInterval,
        monitor,
        attempt,
        next,
        startedAt,
        finishedAt,
        reason,
        reasonDetail,
        waitingFor,
        queuePosition,
        estimatedStart,
        options);
  }
}
