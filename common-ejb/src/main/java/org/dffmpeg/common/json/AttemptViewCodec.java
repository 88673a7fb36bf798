package org.dffmpeg.common.json;

import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.AttemptView;

/** An item of the key {@code attempts} of a job record. */
final class AttemptViewCodec implements Codec<AttemptView> {
  @Override
  public void write(AttemptView attempt, ObjectWriter out) {
    EndReason reason = attempt.reason();
    out.number("attempt", attempt.number())
        .text("worker_id", attempt.workerId())
        .time("assigned_at", attempt.assignedAt())
        .time("started_at", attempt.startedAt())
        .time("finished_at", attempt.endedAt())
        .text("reason", reason == null ? null : reason.wireName())
        .text("reason_detail", attempt.reasonDetail())
        .number("exit_code", attempt.exitCode());
  }

  @Override
  public AttemptView read(ObjectReader in) {
    return new AttemptView(
        in.integer("attempt"),
        in.workerId("worker_id"),
        in.optionalTime("assigned_at"),
        in.optionalTime("started_at"),
        in.optionalTime("finished_at"),
        States.reason(in),
        in.optionalText("reason_detail"),
        in.optionalInteger("exit_code"));
  }
}
