package org.dffmpeg.client.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.common.protocol.LogStream;

/**
 * One line at the bottom of a terminal that says how far ffmpeg is. Does nothing where stderr is no
 * terminal. Confined to one thread.
 */
public final class ProgressBar {
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";
  private static final int LONGEST_BAR = 40;
  private static final int SHORTEST_BAR = 5;

  private final PrintStream err;
  private final Terminal terminal;
  private Optional<JobProgress> latest = Optional.empty();
  private boolean drawn;

  public ProgressBar(PrintStream err, Terminal terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Whether this line is ffmpeg's status line, which the bar stands for. */
  public boolean replaces(LogStream stream, String line) {
    return terminal.stderr()
        && stream == LogStream.STDERR
        && (line.startsWith("frame=") || line.startsWith("size="))
        && line.contains("time=")
        && line.contains("bitrate=");
  }

  /** Shows this progress from now on. */
  public void show(JobProgress progress) {
    latest = Optional.of(progress);
    draw();
  }

  /** Draws the bar anew, on the line where the cursor is. */
  public void draw() {
    if (terminal.stderr() && latest.isPresent()) {
      err.print(TO_LINE_START_AND_CLEAR + render(latest.get(), terminal.columns() - 1));
      err.flush();
      drawn = true;
    }
  }

  /** Takes the bar off the screen, so that a line can be printed in its place. */
  public void erase() {
    if (drawn) {
      err.print(TO_LINE_START_AND_CLEAR);
      err.flush();
      drawn = false;
    }
  }

  /** Leaves the bar as it is and goes to the next line; draws no more. */
  public void finish() {
    if (drawn) {
      err.println();
      err.flush();
      drawn = false;
    }
    latest = Optional.empty();
  }

  /** The bar as text, at most so wide. */
  static String render(JobProgress progress, int width) {
    String facts = facts(progress);
    if (progress.percent().isEmpty()) {
      return cut(facts, width);
    }
    double percent = progress.percent().getAsDouble();
    String head = String.format(Locale.ROOT, "%3.0f%% ", percent);
    int room = Math.min(LONGEST_BAR, width - head.length() - facts.length() - 3);
    String bar = room < SHORTEST_BAR ? "" : "[" + bar(percent, room) + "] ";
    return cut(head + bar + facts, width);
  }

  private static String bar(double percent, int room) {
    int full = (int) Math.round(room * percent / 100);
    return "=".repeat(full) + " ".repeat(room - full);
  }

  private static String facts(JobProgress progress) {
    StringBuilder text = new StringBuilder(clock(progress.time()));
    if (progress.framesPerSecond() > 0) {
      text.append(String.format(Locale.ROOT, "  %.0f fps", progress.framesPerSecond()));
    }
    if (progress.speed() > 0) {
      text.append(String.format(Locale.ROOT, "  %.2fx", progress.speed()));
    }
    remaining(progress).ifPresent(left -> text.append("  ").append(clock(left)).append(" left"));
    return text.toString();
  }

  private static Optional<Duration> remaining(JobProgress progress) {
    double percent = progress.percent().orElse(0);
    if (percent <= 0 || progress.speed() <= 0) {
      return Optional.empty();
    }
    double output = progress.time().toMillis() * (100 - percent) / percent;
    return Optional.of(Duration.ofMillis(Math.round(output / progress.speed())));
  }

  private static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width);
  }
}
