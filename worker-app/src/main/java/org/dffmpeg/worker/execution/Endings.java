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

  /** Those that end processes in practice; another code above 128 is a program's own. */
  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(6, "SIGABRT"),
          Map.entry(7, "SIGBUS"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"));

  private Endings() {}

  /** It ended by itself, or somebody else ended it. */
  static ReportStatus exited(int code) {
    if (code == 0) {
      return new ReportStatus(JobState.COMPLETED, 0, EndReason.EXITED, null, null);
    }
    String signal = SIGNALS.get(code - SIGNAL_BASE);
    if (signal != null) {
      return failed(code, EndReason.SIGNALLED, "exit code " + code + ", as of " + signal);
    }
    return failed(code, EndReason.EXITED, "ended with exit code " + code);
  }

  static boolean isSignal(int code) {
    return SIGNALS.containsKey(code - SIGNAL_BASE);
  }

  /** Something that the machine has not enough of made it fail: room, or sessions. */
  static ReportStatus shortage(int code, EndReason reason) {
    String what =
        reason == EndReason.DISK_FULL
            ? "no space left on the worker"
            : "the hardware encoder had no session left";
    return failed(code, reason, what + "; exit code " + code);
  }

  /** One of its encoders does not work any more. */
  static ReportStatus encoderFailed(int code, String fault) {
    return failed(code, EndReason.ENCODER_FAILED, fault + "; exit code " + code);
  }

  /** It said nothing any more, and so does one of its encoders. */
  static ReportStatus encoderHangs(String fault, String sentence) {
    return ended(EndReason.ENCODER_FAILED, fault + "; " + sentence);
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
      case SHUTDOWN -> Optional.of(ended(EndReason.WORKER_LOST, sentence));
    };
  }

  /** It has no exit code of its own. */
  private static ReportStatus ended(EndReason reason, String sentence) {
    return new ReportStatus(JobState.FAILED, null, reason, sentence, null);
  }

  private static ReportStatus failed(int code, EndReason reason, String sentence) {
    return new ReportStatus(JobState.FAILED, code, reason, sentence, null);
  }
}
