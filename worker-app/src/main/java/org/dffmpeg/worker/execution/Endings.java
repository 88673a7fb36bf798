package org.dffmpeg.worker.execution;

import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.ReportStatus;

/** From how a job ended to what is reported (PROTOCOL 15 "Final report"). Stateless. */
final class Endings {
  /** A process that signal n ended shows as 128 + n (PLATFORM "JVM and process traps"). */
  private static final int SIGNAL_BASE = 128;

  private static final int MOST_SIGNAL = 31;
  private static final Map<Integer, String> NAMES =
      Map.of(
          1, "HUP", 2, "INT", 3, "QUIT", 6, "ABRT", 9, "KILL", 11, "SEGV", 13, "PIPE", 15, "TERM");

  private Endings() {}

  /** It ended by itself, or somebody else ended it. */
  static ReportStatus exited(int code, boolean diskFull) {
    if (code == 0) {
      return new ReportStatus(JobState.COMPLETED, 0, EndReason.EXITED, null, null);
    }
    int signal = code - SIGNAL_BASE;
    if (signal >= 1 && signal <= MOST_SIGNAL) {
      return failed(code, EndReason.SIGNALLED, "ended by signal " + name(signal));
    }
    return diskFull
        ? failed(code, EndReason.DISK_FULL, "no space left on the worker; exit code " + code)
        : failed(code, EndReason.EXITED, "ended with exit code " + code);
  }

  /** It never ran. */
  static ReportStatus notStarted(EndReason reason, String sentence) {
    return ended(reason, sentence);
  }

  /** We ended it; empty if nobody wants to hear of it. */
  static Optional<ReportStatus> stopped(StopCause cause, String sentence) {
    return switch (cause) {
      case CANCEL -> Optional.of(new ReportStatus(JobState.CANCELED, null, null, null, null));
      case DISOWNED -> Optional.empty();
      case LEASE_EXPIRED -> Optional.of(ended(EndReason.FENCED, sentence));
      case RUN_TIMEOUT -> Optional.of(ended(EndReason.RUN_TIMEOUT, sentence));
      case STALLED -> Optional.of(ended(EndReason.STALLED, sentence));
      case SHUTDOWN ->
          Optional.of(
              new ReportStatus(JobState.CANCELED, null, EndReason.CANCELED_BY, sentence, null));
    };
  }

  /** It has no exit code of its own. */
  private static ReportStatus ended(EndReason reason, String sentence) {
    return new ReportStatus(JobState.FAILED, null, reason, sentence, null);
  }

  private static ReportStatus failed(int code, EndReason reason, String sentence) {
    return new ReportStatus(JobState.FAILED, code, reason, sentence, null);
  }

  private static String name(int signal) {
    String name = NAMES.get(signal);
    return name == null ? Integer.toString(signal) : signal + " (SIG" + name + ")";
  }
}
