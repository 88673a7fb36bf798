package org.dffmpeg.coordinator.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.job.VideoEncoders;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.TransportOffer;

/**
 * What was asked for: the part of a job that never changes. Immutable.
 *
 * @param heartbeatInterval seconds
 * @param callback how the requester listens
 * @param options where and when it shall run; of class and priority what was asked for, {@link
 *     Place} says what they are now
 * @param idempotency the requester's key for this request, if it gave one
 */
public record JobSpec(
    ClientId requester,
    String binary,
    List<String> arguments,
    List<String> paths,
    Optional<String> workingDirectory,
    int heartbeatInterval,
    TransportOffer callback,
    JobOptions options,
    Optional<Idempotency> idempotency,
    Instant createdAt) {

  /** Its standard output as ffmpeg names it: alone, as one of several of a tee, or as a file. */
  private static final Pattern OUTPUT =
      Pattern.compile("^-$|(^|[|\\]])pipe:|(^|:)/dev/(stdout|fd/1)$");

  /** The requester's key, and the hash of the request that first used it. */
  public record Idempotency(String key, String requestHash) {}

  public JobSpec {
    arguments = List.copyOf(arguments);
    paths = List.copyOf(paths);
  }

  /** Whether its result comes by its standard output: ffmpeg's goes to files unless told. */
  boolean writesToOutput() {
    return !binary.equals("ffmpeg")
        || arguments.stream().anyMatch(text -> OUTPUT.matcher(text).find());
  }

  /** The video encoders that it names, as the capabilities that workers list. */
  Set<String> encoders() {
    return VideoEncoders.namedIn(arguments).stream()
        .map(CapabilityNeeds.ENCODER::concat)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How long it may run. */
  Optional<Duration> runTimeout() {
    return Optional.ofNullable(options.limits().runTimeout()).map(Duration::ofSeconds);
  }
}
