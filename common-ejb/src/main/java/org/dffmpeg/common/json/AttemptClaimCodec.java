package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.AttemptClaim;

/** Our optional body of accept, reject and worker heartbeat. */
final class AttemptClaimCodec implements Codec<AttemptClaim> {
  @Override
  public void write(AttemptClaim claim, ObjectWriter out) {
    out.number("attempt", claim.attempt()).numbers("outputs", claim.outputs());
  }

  @Override
  public AttemptClaim read(ObjectReader in) {
    return new AttemptClaim(
        in.optionalInteger("attempt"), in.optional("outputs", Readers::positions));
  }
}
