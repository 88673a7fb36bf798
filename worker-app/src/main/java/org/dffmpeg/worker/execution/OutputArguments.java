package org.dffmpeg.worker.execution;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which arguments of ffmpeg name outputs: those that are neither options nor their values (ffmpeg,
 * "Synopsis"). Pure.
 */
final class OutputArguments {
  /** ffmpeg 7 reads the value of {@code -/option} from a file. */
  private static final Pattern OPTION = Pattern.compile("-/?\\p{Alpha}.*");

  /**
   * Options without a value that often stand last before an output. Behind another one a name
   * counts as its value, for an input must never be taken for an output.
   */
  private static final Set<String> FLAGS =
      Set.of(
          "-y",
          "-n",
          "-an",
          "-vn",
          "-sn",
          "-dn",
          "-shortest",
          "-nostdin",
          "-hide_banner",
          "-stats",
          "-nostats",
          "-copyts",
          "-start_at_zero",
          "-re",
          "-xerror",
          "-ignore_unknown",
          "-copy_unknown",
          "-bitexact");

  private OutputArguments() {}

  /** Whether the argument at that place names an output. */
  static boolean isOutput(List<String> arguments, int place) {
    if (OPTION.matcher(arguments.get(place)).matches()) {
      return false;
    }
    String before = place == 0 ? "" : arguments.get(place - 1);
    return !OPTION.matcher(before).matches() || FLAGS.contains(before);
  }
}
