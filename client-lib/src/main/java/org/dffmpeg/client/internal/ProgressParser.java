package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dffmpeg.client.api.JobProgress;

/**
 * Reads ffmpeg's own status line and the length of its inputs from its log (ffmpeg 5.1: {@code
 * print_report} in fftools/ffmpeg.c, {@code dump_format} in libavformat/dump.c). With several
 * inputs the longest counts. Confined to one thread.
 */
public final class ProgressParser {
  private static final String TIME = "(\\d{1,6}):(\\d\\d):(\\d\\d(?:\\.\\d+)?)";
  private static final Pattern DURATION = Pattern.compile("^\\s*Duration: " + TIME + ",");
  private static final Pattern STATUS =
      Pattern.compile("(?:^|\\s)(?:frame|size|Lsize)=.*\\btime=(?:" + TIME + "|N/A|-\\S+)");
  private static final Pattern FRAME = Pattern.compile("\\bframe=\\s*(\\d+)");
  private static final Pattern RATE = Pattern.compile("\\bfps=\\s*(\\d+(?:\\.\\d+)?)");
  private static final Pattern SPEED =
      Pattern.compile("\\bspeed=\\s*(\\d+(?:\\.\\d+)?(?:e[+-]\\d+)?)x");

  private Duration length = Duration.ZERO;

  /** The progress that this line tells, if it is a status line. */
  public Optional<JobProgress> read(String line) {
    if (line.indexOf("uration: ") >= 0) {
      readLength(line);
      return Optional.empty();
    }
    if (line.indexOf("time=") < 0) {
      return Optional.empty();
    }
    Matcher status = STATUS.matcher(line);
    return status.find() ? Optional.of(progress(line, status)) : Optional.empty();
  }

  private void readLength(String line) {
    Matcher matcher = DURATION.matcher(line);
    if (matcher.find()) {
      Duration found = time(matcher);
      length = found.compareTo(length) > 0 ? found : length;
    }
  }

  private JobProgress progress(String line, Matcher status) {
    Duration time = status.group(1) == null ? Duration.ZERO : time(status);
    return new JobProgress(
        (long) number(FRAME, line), number(RATE, line), time, number(SPEED, line), percent(time));
  }

  private OptionalDouble percent(Duration time) {
    return length.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(100.0, 100.0 * time.toMillis() / length.toMillis()));
  }

  private static double number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private static Duration time(Matcher m) {
    long hours = Long.parseLong(m.group(1));
    long minutes = Long.parseLong(m.group(2));
    return Duration.ofHours(hours)
        .plusMinutes(minutes)
        .plusMillis(Math.round(Double.parseDouble(m.group(3)) * 1000));
  }
}
