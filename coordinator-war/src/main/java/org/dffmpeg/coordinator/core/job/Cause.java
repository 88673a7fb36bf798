package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
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
  static final Cause GIVEN_BACK =
      new Cause(
          Optional.of(DownlinkMessage.COORDINATOR),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.of("the worker gave the job back unstarted"));

  static Cause worker(WorkerId worker) {
    return of(Optional.of(worker.value()));
  }

  /** What the worker left open is made out, as far as it goes: old workers send a code at most. */
  static Cause report(WorkerId worker, ReportStatus report) {
    EndReason reason = reason(report);
    String told = report.reasonDetail();
    return new Cause(
        Optional.of(worker.value()),
        exitCode(report),
        Optional.of(reason),
        Optional.of(told == null || told.isBlank() ? sentence(worker, report, reason) : told));
  }

  private static OptionalInt exitCode(ReportStatus report) {
    Integer code = report.exitCode();
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** A negative code is a signal, as Python says it. */
  private static EndReason reason(ReportStatus report) {
    EndReason told = report.reason();
    Integer code = report.exitCode();
    if (told != null) {
      return told;
    }
    if (report.status() == JobState.CANCELED) {
      return EndReason.CANCELED_BY;
    }
    if (code == null) {
      return report.status() == JobState.FAILED ? EndReason.START_FAILED : EndReason.EXITED;
    }
    return code < 0 ? EndReason.SIGNALLED : EndReason.EXITED;
  }

  private static String sentence(WorkerId worker, ReportStatus report, EndReason reason) {
    Integer code = report.exitCode();
    if (report.status() == JobState.CANCELED) {
      return "ended by worker " + worker;
    }
    if (code == null) {
      return "worker " + worker + " reported " + reason.wireName() + " and no exit code";
    }
    return code < 0 ? "ended by signal " + -code : "ended with exit code " + code;
  }

  static Cause canceledBy(Caller caller) {
    return new Cause(
        Optional.of(caller.id().value()),
        OptionalInt.empty(),
        Optional.of(EndReason.CANCELED_BY),
        Optional.of("canceled by " + caller.id()));
  }

  /** An operator answers for it that a worker is gone, and so are the processes it had. */
  public static Cause givenUpBy(Caller admin, WorkerId worker) {
    return new Cause(
        Optional.of(admin.id().value()),
        OptionalInt.empty(),
        Optional.of(EndReason.WORKER_LOST),
        Optional.of(admin.id() + " said that worker " + worker + " is gone"));
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
