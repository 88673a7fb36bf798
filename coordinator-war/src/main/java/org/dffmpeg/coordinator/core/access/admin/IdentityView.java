package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.Identity;
import org.jspecify.annotations.Nullable;

/** Identities as the admin API shows them. */
final class IdentityView {
  private IdentityView() {}

  static UserView withoutKey(Identity identity) {
    return view(identity, null);
  }

  static UserView withKey(Identity identity, SigningKey key) {
    return view(identity, key.toBase64());
  }

  private static UserView view(Identity identity, @Nullable String key) {
    List<Role> roles = identity.roles().stream().sorted().toList();
    return new UserView(
        identity.id(),
        roles,
        identity.allowedCidrs(),
        identity.createdAt(),
        identity.key().keyId().orElse(null),
        key);
  }
}
