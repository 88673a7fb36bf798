package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.WorkerAccepted;

/** PROTOCOL 5.4, the answer to {@code POST /worker/register}. */
final class WorkerAcceptedCodec implements Codec<WorkerAccepted> {
  private static final TransportOfferCodec TRANSPORT = new TransportOfferCodec();

  @Override
  public void write(WorkerAccepted accepted, ObjectWriter out) {
    out.flat(TRANSPORT, accepted.transport())
        .flag("capabilities_wanted", accepted.capabilitiesWanted());
  }

  @Override
  public WorkerAccepted read(ObjectReader in) {
    return new WorkerAccepted(in.flat(TRANSPORT), in.flagOr("capabilities_wanted", false));
  }
}
