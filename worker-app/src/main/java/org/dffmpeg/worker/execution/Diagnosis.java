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
record Diagnosis(Complaints complaints, FreeSpace.Outputs outputs) {

  /** What is reported of a process that ended with this code. */
  ReportStatus of(int code) {
    return Endings.isOwnFailure(code)
        ? fault().map(reason -> Endings.fault(code, reason)).orElseGet(() -> Endings.exited(code))
        : Endings.exited(code);
  }

  private Optional<EndReason> fault() {
    return complaints.heard().or(() -> outputs.full().map(full -> EndReason.DISK_FULL));
  }
}
