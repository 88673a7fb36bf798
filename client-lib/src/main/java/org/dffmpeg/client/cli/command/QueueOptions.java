package org.dffmpeg.client.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where and when a job shall run: the flags of {@code submit} that are not about the command. */
final class QueueOptions {
  private static final List<String> KINDS =
      List.of("encoder", "decoder", "hwaccel", "filter", "tag");

  private static final int DEFAULT_RETRIES = 2;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      converter = Words.OfClass.class,
      description =
          "probe, live, normal or batch: served in this order (default: probe for ffprobe, else"
              + " normal).")
  @Nullable JobClass jobClass;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "Within its class, from -100 to 100; the greater one first.")
  int priority;

  @Option(
      names = "--label",
      paramLabel = "NAME=VALUE",
      description = "Kept with the job; repeatable.")
  Map<String, String> labels = Map.of();

  @Option(
      names = "--require",
      paramLabel = "KIND=NAME",
      description =
          "What the worker must have, as encoder=hevc_nvenc; kinds are encoder, decoder, hwaccel,"
              + " filter, tag; repeatable.")
  List<String> requires = List.of();

  @Option(
      names = "--slots",
      paramLabel = "N|POOL=N,…",
      converter = Words.OfSlots.class,
      description = "What it takes of its worker, as 2 or cpu=2,nvenc0=1 (default: 1).")
  Slots slots = JobOptions.DEFAULT.slots();

  @Option(
      names = "--queue-timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "It fails if no worker took it by then.")
  @Nullable Duration queueTimeout;

  @Option(
      names = "--run-timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "It fails if it runs longer.")
  @Nullable Duration runTimeout;

  @Option(
      names = "--stall-timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "It fails if it gives neither output nor progress for so long.")
  @Nullable Duration stallTimeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "How often it is run again after a failure outside of the command (2); 0 for never.")
  @Nullable Integer retries;

  @Option(
      names = "--retry-on",
      paramLabel = "REASON",
      split = ",",
      converter = Words.OfReason.class,
      description = "Run it again for these reasons only, as worker_lost,disk_full.")
  List<EndReason> retryOn = List.of();

  @Option(
      names = "--retry-backoff",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "The pause before the first retry, doubled before each further one (5).")
  @Nullable Duration retryBackoff;

  @Option(
      names = "--not-before",
      paramLabel = "TIME",
      converter = Words.OfTime.class,
      description = "Keep it back until then, as 2026-12-24T20:00:00Z.")
  @Nullable Instant notBefore;

  /**
   * The flags as a value.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  JobOptions options() {
    return new JobOptions(
        jobClass,
        priority,
        labels,
        needs(),
        slots,
        new JobLimits(seconds(queueTimeout), seconds(runTimeout), seconds(stallTimeout)),
        retry(),
        notBefore);
  }

  private @Nullable JobRetry retry() {
    if (retries == null && retryOn.isEmpty() && retryBackoff == null) {
      return null;
    }
    Integer backoff = seconds(retryBackoff);
    return new JobRetry(
        1 + (retries == null ? DEFAULT_RETRIES : retries),
        backoff == null ? JobRetry.DEFAULT_BACKOFF : backoff,
        retryOn);
  }

  private CapabilityNeeds needs() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    requires.forEach(text -> add(text, names));
    return new CapabilityNeeds(
        names.getOrDefault("encoder", List.of()),
        names.getOrDefault("decoder", List.of()),
        names.getOrDefault("hwaccel", List.of()),
        names.getOrDefault("filter", List.of()),
        names.getOrDefault("tag", List.of()));
  }

  private static void add(String text, Map<String, List<String>> names) {
    int equals = text.indexOf('=');
    String kind = text.substring(0, Math.max(0, equals));
    if (!KINDS.contains(kind)) {
      throw new TypeConversionException(
          "'" + text + "' does not start with one of " + String.join("=, ", KINDS) + "=");
    }
    names.merge(
        kind,
        List.of(text.substring(equals + 1)),
        (former, name) -> Stream.concat(former.stream(), name.stream()).toList());
  }

  private static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }
}
