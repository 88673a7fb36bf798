package org.dffmpeg.coordinator.stream;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;

/**
 * Which channel a poll's path names (PROTOCOL 5.2). Immutable.
 *
 * @param jobId the job's id as text, not yet checked; empty for the caller's own worker channel
 */
record PollTarget(Optional<String> jobId) {

  /**
   * The target; empty if there is no such route.
   *
   * @param below the decoded path below the servlet, e.g. {@code /worker}
   */
  static Optional<PollTarget> of(String below) {
    if (below.equals("/worker")) {
      return Optional.of(new PollTarget(Optional.empty()));
    }
    String prefix = "/jobs/";
    String id = below.startsWith(prefix) ? below.substring(prefix.length()) : "";
    return id.isEmpty() || id.contains("/")
        ? Optional.empty()
        : Optional.of(new PollTarget(Optional.of(id)));
  }

  boolean hasUsableId() {
    return jobId.map(JobId::parse).map(Optional::isPresent).orElse(true);
  }

  /**
   * A raw path as it is signed: percent-decoded (PROTOCOL 3.4); a plus is a plus in a path. The
   * servlet API's own decoded path is not to be had after a forward.
   */
  static String decoded(String rawPath) {
    return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
