package org.dffmpeg.common.protocol;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a job needs of the machine that runs it (key {@code requires}); our addition. Names as
 * ffmpeg lists them; tags are what the operator calls a worker.
 */
public record CapabilityNeeds(
    List<String> encoders,
    List<String> decoders,
    List<String> hwaccels,
    List<String> filters,
    List<String> tags) {
  /** Names of one kind. */
  public static final int MOST_NAMES = 32;

  /** Characters of a name. */
  public static final int LONGEST_NAME = 100;

  /** What an encoder starts with among the capabilities of a worker. */
  public static final String ENCODER = "encoder:";

  /** What the tag of a worker starts with among its capabilities. */
  public static final String TAG = "tag:";

  /** Any machine will do. */
  public static final CapabilityNeeds NONE =
      new CapabilityNeeds(List.of(), List.of(), List.of(), List.of(), List.of());

  public CapabilityNeeds {
    encoders = List.copyOf(encoders);
    decoders = List.copyOf(decoders);
    hwaccels = List.copyOf(hwaccels);
    filters = List.copyOf(filters);
    tags = List.copyOf(tags);
  }

  /** As the coordinator lists what workers have: {@code encoder:libx264}, {@code tag:big}. */
  public List<String> capabilities() {
    return Stream.of(
            prefixed(ENCODER, encoders),
            prefixed("decoder:", decoders),
            prefixed("hwaccel:", hwaccels),
            prefixed("filter:", filters),
            prefixed(TAG, tags))
        .flatMap(names -> names)
        .toList();
  }

  private static Stream<String> prefixed(String kind, List<String> names) {
    return names.stream().map(kind::concat);
  }
}
