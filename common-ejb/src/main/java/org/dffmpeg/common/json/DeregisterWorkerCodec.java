package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.DeregisterWorker;

/** PROTOCOL 5.4, {@code POST /worker/deregister}. */
final class DeregisterWorkerCodec implements Codec<DeregisterWorker> {
  @Override
  public void write(DeregisterWorker worker, ObjectWriter out) {
    out.text("worker_id", worker.workerId());
  }

  @Override
  public DeregisterWorker read(ObjectReader in) {
    return new DeregisterWorker(in.workerId("worker_id"));
  }
}
