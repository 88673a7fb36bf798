package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.ReEncrypted;

/** Our admin routes: the answer to re-encrypt. */
final class ReEncryptedCodec implements Codec<ReEncrypted> {
  @Override
  public void write(ReEncrypted result, ObjectWriter out) {
    out.number("changed", result.changed());
  }

  @Override
  public ReEncrypted read(ObjectReader in) {
    return new ReEncrypted(in.integer("changed"));
  }
}
