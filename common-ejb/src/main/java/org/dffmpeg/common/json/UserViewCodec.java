package org.dffmpeg.common.json;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;
import org.jspecify.annotations.Nullable;

/** Our admin routes: an identity. {@code role} is the first of {@code roles}. */
final class UserViewCodec implements Codec<UserView> {
  @Override
  public void write(UserView user, ObjectWriter out) {
    List<String> roles = user.roles().stream().map(Role::wireName).toList();
    out.text("client_id", user.clientId())
        .text("role", firstOf(roles))
        .texts("roles", roles)
        .texts("allowed_cidrs", user.allowedCidrs())
        .time("created_at", user.createdAt())
        .text("key_id", user.keyId())
        .text("hmac_key", user.hmacKey());
  }

  private static @Nullable String firstOf(List<String> roles) {
    return roles.isEmpty() ? null : roles.get(0);
  }

  @Override
  public UserView read(ObjectReader in) {
    return new UserView(
        in.clientId("client_id"),
        Roles.read(in, List.of()),
        in.textsOr("allowed_cidrs", List.of()),
        in.timeOr("created_at", Instant.EPOCH),
        in.optionalText("key_id"),
        in.optionalText("hmac_key"));
  }
}
