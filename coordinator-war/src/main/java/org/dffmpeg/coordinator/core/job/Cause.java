package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.coordinator.core.access.Caller;

/**
 * Who or what moves a job. Immutable.
 *
 * @param sender the sender of the messages that tell of it (PROTOCOL 6); none for the coordinator's
 *     own sweeps
 * @param detail a sentence for people
 */
public record Cause(
    Optional<String> sender,
    OptionalInt exitCode,
    Optional<EndReason> reason,
    Optional<String> detail) {

  /** The coordinator by itself, with nothing to explain. */
  static final Cause NONE = of(Optional.empty());

  /** The coordinator on behalf of a worker that gave the job back. */
  static final Cause COORDINATOR = of(Optional.of(DownlinkMessage.COORDINATOR));

  static Cause worker(WorkerId worker) {
    return of(Optional.of(worker.value()));
  }

  static Cause report(WorkerId worker, ReportStatus report) {
    OptionalInt exitCode =
        report.exitCode() == null ? OptionalInt.empty() : OptionalInt.of(report.exitCode());
    Optional<EndReason> reason =
        Optional.ofNullable(report.reason())
            .or(() -> exitCode.isPresent() ? Optional.of(EndReason.EXITED) : Optional.empty());
    return new Cause(
        Optional.of(worker.value()), exitCode, reason, Optional.ofNullable(report.reasonDetail()));
  }

  static Cause canceledBy(Caller caller) {
    return new Cause(
        Optional.of(caller.id().value()),
        OptionalInt.empty(),
        Optional.of(EndReason.CANCELED_BY),
        Optional.of("canceled by " + caller.id()));
  }

  /** A lease ran out, or the worker is gone for another reason. */
  public static Cause sweep(EndReason reason, String detail) {
    return new Cause(
        Optional.empty(), OptionalInt.empty(), Optional.of(reason), Optional.of(detail));
  }

  private static Cause of(Optional<String> sender) {
    return new Cause(sender, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }
}
