package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.CommandAnswer;

/** PROTOCOL 5.3 "Command". */
final class CommandAnswerCodec implements Codec<CommandAnswer> {
  @Override
  public void write(CommandAnswer answer, ObjectWriter out) {
    out.text("status", "ok").text("detail", answer.detail());
  }

  @Override
  public CommandAnswer read(ObjectReader in) {
    return new CommandAnswer(in.optionalText("detail"));
  }
}
