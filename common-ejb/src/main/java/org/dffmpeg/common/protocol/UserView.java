package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * An identity as the admin API shows it. The wire key "role" is the first of {@code roles} (one
 * word for old habits); {@code hmacKey} is null unless it was just made or asked for; {@code keyId}
 * names the encryption key at rest.
 */
public record UserView(
    ClientId clientId,
    List<Role> roles,
    List<String> allowedCidrs,
    Instant createdAt,
    @Nullable String keyId,
    @Nullable String hmacKey) {
  public UserView {
    roles = List.copyOf(roles);
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "UserView[" + clientId + ", " + roles + ", " + allowedCidrs + ", " + keyId + "]";
  }
}
