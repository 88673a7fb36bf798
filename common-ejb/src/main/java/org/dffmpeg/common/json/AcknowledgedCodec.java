package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.Acknowledged;

/** PROTOCOL 5.2: the answer to verify and deregister. */
final class AcknowledgedCodec implements Codec<Acknowledged> {
  @Override
  public void write(Acknowledged answer, ObjectWriter out) {
    out.text("status", "ok");
  }

  @Override
  public Acknowledged read(ObjectReader in) {
    return Acknowledged.OK;
  }
}
