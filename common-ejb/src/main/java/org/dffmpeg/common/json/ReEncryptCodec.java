package org.dffmpeg.common.json;

import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.ReEncrypt;

/** Our admin routes, {@code POST /admin/security/re-encrypt}. */
final class ReEncryptCodec implements Codec<ReEncrypt> {
  private static final int DEFAULT_BATCH = 100;

  @Override
  public void write(ReEncrypt request, ObjectWriter out) {
    out.text("client_id", request.clientId())
        .text("key_id", request.keyId())
        .flag("decrypt", request.decrypt())
        .number("limit", request.limit())
        .number("batch_size", request.batchSize());
  }

  @Override
  public ReEncrypt read(ObjectReader in) {
    return new ReEncrypt(
        in.optional("client_id", input -> new ClientId(Readers.identity(input))),
        in.optionalText("key_id"),
        in.flagOr("decrypt", false),
        in.optionalInteger("limit"),
        in.integerOr("batch_size", DEFAULT_BATCH));
  }
}
