package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * What a downlink message says (PROTOCOL 6). A closed family; {@link #type} is the {@code
 * message_type} on the wire.
 */
public sealed interface Payload {

  /** The {@code message_type} on the wire. */
  String type();

  /**
   * To a worker: run this. {@code workingDirectory} is null unless it is a mapped one; {@code
   * heartbeatInterval} and the time limits are in seconds; {@code attempt}, the limits and {@code
   * slots} (what the job takes) are our additions (null from an old coordinator; a limit is null if
   * there is none), and so is {@code outputs}: which arguments, counted from 0, name files that
   * earlier attempts of the job made, if they are there; and {@code jobLease}: so many seconds
   * without an answered heartbeat may the process run, 0 for any time, null from an old
   * coordinator.
   */
  record JobRequest(
      JobId jobId,
      String binaryName,
      List<String> arguments,
      List<String> paths,
      @Nullable String workingDirectory,
      int heartbeatInterval,
      @Nullable Integer attempt,
      @Nullable Integer runTimeout,
      @Nullable Integer stallTimeout,
      @Nullable Slots slots,
      List<Integer> outputs,
      @Nullable Integer jobLease)
      implements Payload {
    public JobRequest {
      arguments = List.copyOf(arguments);
      paths = List.copyOf(paths);
      outputs = List.copyOf(outputs);
    }

    @Override
    public String type() {
      return "job_request";
    }
  }

  /**
   * To a requester or a worker: the job is now in this state. Reason and its sentence are our
   * additions.
   */
  record JobStatus(
      JobState status,
      @Nullable Integer exitCode,
      @Nullable Instant lastUpdate,
      @Nullable EndReason reason,
      @Nullable String reasonDetail)
      implements Payload {
    @Override
    public String type() {
      return "job_status";
    }
  }

  /** To a requester: lines of output, in order. */
  record JobLogs(List<LogEntry> logs) implements Payload {
    public JobLogs {
      logs = List.copyOf(logs);
    }

    @Override
    public String type() {
      return "job_logs";
    }
  }

  /** To a worker: send this token back, to prove that you hear. */
  record VerifyRegistration(String registrationToken) implements Payload {
    @Override
    public String type() {
      return "verify_registration";
    }

    @Override
    public String toString() {
      return "VerifyRegistration[***]";
    }
  }

  /** Calls the function of this case: a missing case does not compile. */
  default <R> R fold(
      Function<JobRequest, R> request,
      Function<JobStatus, R> status,
      Function<JobLogs, R> logs,
      Function<VerifyRegistration, R> verify) {
    if (this instanceof JobRequest r) {
      return request.apply(r);
    }
    if (this instanceof JobStatus s) {
      return status.apply(s);
    }
    if (this instanceof JobLogs l) {
      return logs.apply(l);
    }
    return verify.apply((VerifyRegistration) this);
  }
}
