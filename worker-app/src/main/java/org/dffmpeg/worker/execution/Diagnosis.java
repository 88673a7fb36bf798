package org.dffmpeg.worker.execution;

import java.util.Optional;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.ReportStatus;

/**
 * Why a process ended by itself: whether the command is at fault, or this machine, on which it
 * shall not be held against the job. Immutable.
 *
 * @param complaints what it said
 * @param outputs where it wrote: ffmpeg may have been told to say nothing of a full disk
 */
record Diagnosis(
    LocalCommand command,
    Complaints complaints,
    FreeSpace.Outputs outputs,
    EncoderTrials encoders) {

  /** What is reported of a process that ended with this code. */
  ReportStatus of(int code) throws InterruptedException {
    if (code == 0) {
      return Endings.exited(code);
    }
    Optional<EndReason> shortage = Endings.isSignal(code) ? Optional.empty() : shortage();
    if (shortage.isPresent()) {
      return Endings.shortage(code, shortage.get());
    }
    return encoders
        .fault(command)
        .map(fault -> Endings.encoderFailed(code, fault))
        .orElseGet(() -> Endings.exited(code));
  }

  private Optional<EndReason> shortage() {
    return complaints.heard().or(() -> outputs.full().map(full -> EndReason.DISK_FULL));
  }
}
