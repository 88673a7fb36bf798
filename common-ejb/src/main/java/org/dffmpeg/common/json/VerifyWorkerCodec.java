package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.VerifyWorker;

/** PROTOCOL 5.4, {@code POST /worker/{worker_id}/verify}. */
final class VerifyWorkerCodec implements Codec<VerifyWorker> {
  @Override
  public void write(VerifyWorker verify, ObjectWriter out) {
    out.text("registration_token", verify.registrationToken());
  }

  @Override
  public VerifyWorker read(ObjectReader in) {
    return new VerifyWorker(in.text("registration_token"));
  }
}
