package org.dffmpeg.client.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.protocol.JobOptions;

/**
 * A command to run, with local paths. Immutable; derive others by the {@code with} methods.
 *
 * @param binary a name that the coordinator allows: {@code ffmpeg}, {@code ffprobe}
 * @param arguments as a shell would pass them
 * @param workingDirectory of the command; sent only if it can be mapped
 * @param monitored whether the job ends when this client is gone; a detached one runs on and is not
 *     watched
 * @param strictPaths whether an absolute path that no variable covers refuses the request instead
 *     of being sent as it is
 * @param heartbeatInterval of client and worker, whole seconds; zero means the client's setting
 * @param options where and when it shall run: class, priority, what the worker must have, time
 *     limits, retries
 */
public record JobRequest(
    String binary,
    List<String> arguments,
    Optional<Path> workingDirectory,
    boolean monitored,
    boolean strictPaths,
    Duration heartbeatInterval,
    JobOptions options) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the binary is empty or the interval negative
   */
  public JobRequest {
    if (binary.isEmpty()) {
      throw new IllegalArgumentException("a job needs the name of a binary");
    }
    if (heartbeatInterval.isNegative()) {
      throw new IllegalArgumentException("negative heartbeat interval: " + heartbeatInterval);
    }
    arguments = List.copyOf(arguments);
  }

  /** A monitored job without working directory. */
  public static JobRequest of(String binary, List<String> arguments) {
    return new JobRequest(
        binary, arguments, Optional.empty(), true, false, Duration.ZERO, JobOptions.DEFAULT);
  }

  /** A monitored job without working directory. */
  public static JobRequest of(String binary, String... arguments) {
    return of(binary, List.of(arguments));
  }

  /** The same command in this directory. */
  public JobRequest in(Path directory) {
    return new JobRequest(
        binary,
        arguments,
        Optional.of(directory),
        monitored,
        strictPaths,
        heartbeatInterval,
        options);
  }

  /** The same command, running on without this client. */
  public JobRequest detached() {
    return new JobRequest(
        binary, arguments, workingDirectory, false, strictPaths, heartbeatInterval, options);
  }

  /** The same command, refused if it names a path that cannot be mapped. */
  public JobRequest strict() {
    return new JobRequest(
        binary, arguments, workingDirectory, monitored, true, heartbeatInterval, options);
  }

  /** The same command with this heartbeat interval (whole seconds, at least one). */
  public JobRequest withHeartbeatInterval(Duration interval) {
    return new JobRequest(
        binary, arguments, workingDirectory, monitored, strictPaths, interval, options);
  }

  /**
   * The same command with these options, as {@code
   * JobOptions.DEFAULT.withClass(JobClass.BATCH).withPriority(10)}. Old coordinators ignore them.
   */
  public JobRequest withOptions(JobOptions next) {
    return new JobRequest(
        binary, arguments, workingDirectory, monitored, strictPaths, heartbeatInterval, next);
  }
}
