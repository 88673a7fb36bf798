package org.dffmpeg.common.json;

import java.util.Arrays;
import java.util.List;
import org.dffmpeg.common.protocol.Role;

/** How roles are read: {@code roles}, a list, or the single {@code role} of old habits. */
final class Roles {
  private static final List<String> WORDS =
      Arrays.stream(Role.values()).map(Role::wireName).toList();

  private Roles() {}

  static List<Role> read(ObjectReader in, List<Role> otherwise) {
    return in.has("roles")
        ? in.or("roles", input -> input.items().stream().map(Roles::role).toList(), otherwise)
        : in.or("role", input -> List.of(role(input)), otherwise);
  }

  private static Role role(Input input) {
    return Readers.word(input, Role::ofWireName, WORDS, Role.CLIENT);
  }
}
