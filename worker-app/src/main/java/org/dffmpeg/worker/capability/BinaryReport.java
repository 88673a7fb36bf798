package org.dffmpeg.worker.capability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one binary said. Immutable.
 *
 * @param build empty if it did not answer like ffmpeg; then nothing else is here
 * @param offered what works, of the kinds of which it gave a list
 * @param complete whether every answer came in time
 */
record BinaryReport(
    String binary,
    Optional<Build> build,
    Map<Kind, Set<String>> offered,
    List<LeftOut> leftOut,
    boolean complete) {

  /** A capability that a binary lists, but does not have here; why, as a phrase. */
  record LeftOut(String capability, String reason) {}

  BinaryReport {
    offered = Map.copyOf(offered);
    leftOut = List.copyOf(leftOut);
  }

  /** A binary that is no ffmpeg, or did not say so in time. */
  static BinaryReport silent(String binary, boolean complete) {
    return new BinaryReport(binary, Optional.empty(), Map.of(), List.of(), complete);
  }
}
