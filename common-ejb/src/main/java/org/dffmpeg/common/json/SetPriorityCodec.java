package org.dffmpeg.common.json;

import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.SetPriority;

/** Our {@code POST /jobs/{id}/priority}. */
final class SetPriorityCodec implements Codec<SetPriority> {
  @Override
  public void write(SetPriority wish, ObjectWriter out) {
    JobClass jobClass = wish.jobClass();
    out.text("class", jobClass == null ? null : jobClass.wireName())
        .number("priority", wish.priority());
  }

  @Override
  public SetPriority read(ObjectReader in) {
    return new SetPriority(
        in.optional("class", JobOptionsCodec.ASKED::jobClass),
        in.optional("priority", JobOptionsCodec.PRIORITY));
  }
}
