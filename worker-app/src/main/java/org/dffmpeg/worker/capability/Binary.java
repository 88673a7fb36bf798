package org.dffmpeg.worker.capability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dffmpeg.worker.execution.CommandEnding;
import org.dffmpeg.worker.execution.Complaints;

/** One binary, of which short commands are run. Immutable. */
record Binary(CapabilityProbe.Runner runner, Path file) {
  /** A driver may have to wake its device. */
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final int LONGEST_REASON = 200;

  /** {@code [h264_nvenc @ 0x557259900880] } says nothing that the name does not. */
  private static final Pattern SPEAKER = Pattern.compile("\\[[^]]* @ 0x[0-9a-f]+] ");

  /** Tries something: how it ended. */
  CommandEnding run(List<String> arguments) throws InterruptedException {
    return run(arguments, DEADLINE);
  }

  CommandEnding run(List<String> arguments, Duration deadline) throws InterruptedException {
    return runner.run(
        Stream.concat(Stream.of(file.toString()), arguments.stream()).toList(), deadline);
  }

  /** What went wrong, in ffmpeg's words if it had any; empty if nothing did. */
  static Optional<String> problem(CommandEnding ending) {
    String said = ending.fold(ended -> firstLine(ended.errors()), nothing -> "", late -> "");
    return ending.problem().map(problem -> said.isEmpty() ? problem : said);
  }

  /** As {@link #problem}, of a trial encode: an encoder without a session left works. */
  static Optional<String> problemOfEncoder(CommandEnding ending) {
    boolean lacksSession =
        ending.fold(
            ended -> Complaints.isOfSessions(ended.errors()), nothing -> false, late -> false);
    return lacksSession ? Optional.empty() : problem(ending);
  }

  private static String firstLine(String errors) {
    String line = errors.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    String text = SPEAKER.matcher(line).replaceAll("").replaceAll("\\P{Print}", "?").strip();
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }
}
