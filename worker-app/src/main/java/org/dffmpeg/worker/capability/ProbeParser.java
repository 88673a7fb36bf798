package org.dffmpeg.worker.capability;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what ffmpeg says of itself. Tested with the words of ffmpeg 5.1 and 8.1; legends and lines
 * that are unlike an entry are skipped. Pure.
 */
final class ProbeParser {
  private static final Pattern VERSION = Pattern.compile("(ffmpeg|ffprobe) version \\S.*");
  private static final Pattern CONFIGURATION = Pattern.compile("configuration: .*");

  /** {@code " V....D libx264 …"}; the legend's second word is an equals sign. */
  private static final Pattern CODEC = Pattern.compile(" ([VASDT])[A-Z.]{5} ([^=\\s]\\S*)(\\s.*)?");

  /** {@code " TSC scale V->V …"}, with two flags since ffmpeg 8. */
  private static final Pattern FILTER =
      Pattern.compile(" [A-Z.]{2,3} (\\S+)\\s+[AVN|]+->[AVN|]+(\\s.*)?");

  private static final Pattern HWACCEL = Pattern.compile("[a-z0-9_]+");

  private ProbeParser() {}

  /** What answered {@code -version}; empty if that was no ffmpeg. */
  static Optional<Build> build(String output) {
    Optional<MatchResult> version =
        output
            .lines()
            .findFirst()
            .map(VERSION::matcher)
            .filter(Matcher::matches)
            .map(Matcher::toMatchResult);
    String configuration =
        output.lines().filter(l -> CONFIGURATION.matcher(l).matches()).findFirst().orElse("");
    return version.map(match -> new Build(match.group(1), match.group(), configuration));
  }

  /** The lines of {@code -encoders} or {@code -decoders}. */
  static List<Codec> codecs(String output) {
    return matches(CODEC, output)
        .map(line -> new Codec(line.group(2), line.group(1).equals("V")))
        .toList();
  }

  /** The names of {@code -filters}. */
  static List<String> filters(String output) {
    return matches(FILTER, output).map(line -> line.group(1)).toList();
  }

  /** The names of {@code -hwaccels}, which are those of devices. */
  static List<String> hwaccels(String output) {
    return matches(HWACCEL, output).map(MatchResult::group).toList();
  }

  private static Stream<MatchResult> matches(Pattern pattern, String output) {
    return output
        .lines()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(Matcher::toMatchResult);
  }
}
