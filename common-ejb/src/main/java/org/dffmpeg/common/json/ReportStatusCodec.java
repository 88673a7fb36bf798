package org.dffmpeg.common.json;

import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.ReportStatus;

/** PROTOCOL 5.4, {@code POST /jobs/{id}/status}. */
final class ReportStatusCodec implements Codec<ReportStatus> {
  @Override
  public void write(ReportStatus report, ObjectWriter out) {
    EndReason reason = report.reason();
    out.text("status", report.status().wireName())
        .number("exit_code", report.exitCode())
        .text("reason", reason == null ? null : reason.wireName())
        .text("reason_detail", report.reasonDetail())
        .number("attempt", report.attempt());
  }

  @Override
  public ReportStatus read(ObjectReader in) {
    return new ReportStatus(
        States.terminal(in, "status"),
        in.optionalInteger("exit_code"),
        States.reason(in),
        in.optional("reason_detail", Bounds.LONG_TEXT),
        in.optionalInteger("attempt"));
  }
}
