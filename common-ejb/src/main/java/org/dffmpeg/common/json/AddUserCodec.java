package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.Role;

/** Our admin routes, {@code POST /admin/users}. Without a role it is a client. */
final class AddUserCodec implements Codec<AddUser> {
  @Override
  public void write(AddUser user, ObjectWriter out) {
    out.text("client_id", user.clientId())
        .texts("roles", user.roles().stream().map(Role::wireName).toList())
        .texts("allowed_cidrs", user.allowedCidrs());
  }

  @Override
  public AddUser read(ObjectReader in) {
    return new AddUser(
        in.clientId("client_id"),
        Roles.read(in, List.of(Role.CLIENT)),
        in.or("allowed_cidrs", Bounds.SHORT_LIST, List.of()));
  }
}
