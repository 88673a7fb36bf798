package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.JanitorAccepted;

/** PROTOCOL 5.4: the answer to {@code POST /admin/janitor}. */
final class JanitorAcceptedCodec implements Codec<JanitorAccepted> {
  @Override
  public void write(JanitorAccepted answer, ObjectWriter out) {
    out.text("message", "Action accepted").text("action", answer.action());
  }

  @Override
  public JanitorAccepted read(ObjectReader in) {
    return new JanitorAccepted(in.text("action"));
  }
}
