package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import org.dffmpeg.common.signing.SigningKey;

/** A key file that remembers what was in it, the last being there now. */
record KeyFile(List<SigningKey> written) implements LocalAdminKey {
  @Override
  public void write(SigningKey key) {
    written.add(key);
  }

  @Override
  public void refresh(SigningKey key) {
    if (!written.isEmpty() && !written.get(written.size() - 1).toBase64().equals(key.toBase64())) {
      written.add(key);
    }
  }
}
