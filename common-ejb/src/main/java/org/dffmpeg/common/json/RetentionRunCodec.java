package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.RetentionRun;

/** {@code /admin/retention}. */
final class RetentionRunCodec implements Codec<RetentionRun> {
  @Override
  public void write(RetentionRun run, ObjectWriter out) {
    out.number("run", run.run())
        .text("status", run.status())
        .time("started_at", run.startedAt())
        .time("ended_at", run.endedAt())
        .number("logs", run.logs())
        .number("messages", run.messages())
        .number("jobs", run.jobs())
        .number("workers", run.workers());
  }

  @Override
  public RetentionRun read(ObjectReader in) {
    return new RetentionRun(
        in.integer("run"),
        in.text("status"),
        in.optionalTime("started_at"),
        in.optionalTime("ended_at"),
        in.integerOr("logs", 0),
        in.integerOr("messages", 0),
        in.integerOr("jobs", 0),
        in.integerOr("workers", 0));
  }
}
