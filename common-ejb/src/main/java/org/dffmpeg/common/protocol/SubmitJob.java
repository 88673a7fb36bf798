package org.dffmpeg.common.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to run a command (PROTOCOL 5.4). {@code heartbeatInterval} is in seconds, null or 0
 * means the coordinator's default. {@code idempotencyKey} is our addition: the same key and body
 * give the same job; so are the options.
 */
public record SubmitJob(
    String binaryName,
    List<String> arguments,
    List<String> paths,
    @Nullable String workingDirectory,
    List<String> supportedTransports,
    boolean monitor,
    @Nullable Integer heartbeatInterval,
    @Nullable String idempotencyKey,
    JobOptions options) {
  public SubmitJob {
    arguments = List.copyOf(arguments);
    paths = List.copyOf(paths);
    supportedTransports = List.copyOf(supportedTransports);
  }
}
