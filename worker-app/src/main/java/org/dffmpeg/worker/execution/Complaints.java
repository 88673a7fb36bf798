package org.dffmpeg.worker.execution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dffmpeg.common.job.EndReason;
import org.jspecify.annotations.Nullable;

/**
 * What ffmpeg says when the machine is at fault and not the command: the first such line tells why
 * the job failed, if it does. Thread-safe.
 */
public final class Complaints {
  private static final String NO_SPACE = "No space left on device";

  /**
   * How the drivers of NVENC, Quick Sync and VA-API refuse one more session, in the words of
   * ffmpeg's nvenc.c, qsv.c and vaapi_encode.c. NVIDIA's older drivers call it out of memory, newer
   * ones an incompatible key.
   */
  private static final List<Pattern> NO_SESSION =
      List.of(
          Pattern.compile(
              "OpenEncodeSessionEx failed: (out of memory \\(10\\)|incompatible client key \\(21\\)).*"),
          Pattern.compile(
              "Error (initializing|creating) .*(MFX session|encoder).*"
                  + "(device busy|memory allocation failed).*"),
          Pattern.compile(
              "Failed to create encode pipeline (configuration|context): .*"
                  + "(resource allocation failed|HW busy).*"));

  private volatile @Nullable EndReason heard;

  /** A line of standard error. */
  void hear(String line) {
    if (heard == null) {
      heard = reasonIn(line).orElse(null);
    }
  }

  /** Why the machine is at fault; empty if nothing was heard. */
  Optional<EndReason> heard() {
    return Optional.ofNullable(heard);
  }

  /** Whether a hardware encoder says there that it has no session left. */
  public static boolean isOfSessions(String text) {
    return NO_SESSION.stream().anyMatch(words -> words.matcher(text).find());
  }

  private static Optional<EndReason> reasonIn(String line) {
    if (line.contains(NO_SPACE)) {
      return Optional.of(EndReason.DISK_FULL);
    }
    return isOfSessions(line) ? Optional.of(EndReason.SESSION_LIMIT) : Optional.empty();
  }
}
