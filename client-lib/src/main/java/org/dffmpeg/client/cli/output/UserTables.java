package org.dffmpeg.client.cli.output;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;

/** Identities as tables for people; times are shown in the reader's zone. Immutable. */
public final class UserTables {
  private final Times times;

  /** For a reader in that zone. */
  public UserTables(ZoneId zone) {
    this.times = new Times(zone);
  }

  /** One line per identity; the key column is there only if a key is. */
  public Table users(List<UserView> users) {
    boolean keys = users.stream().anyMatch(user -> user.hmacKey() != null);
    Stream<String> headings = Stream.of("IDENTITY", "ROLES", "FROM", "ENCRYPTED BY", "CREATED");
    return new Table(
        Stream.concat(headings, Stream.of("KEY").filter(heading -> keys)).toList(),
        users.stream()
            .map(
                user ->
                    Stream.concat(
                            Stream.of(
                                Cell.of(user.clientId()),
                                Cell.of(roles(user)),
                                Cell.of(scope(user)),
                                Cell.of(user.keyId()),
                                times.cell(user.createdAt())),
                            Stream.of(Cell.of(user.hmacKey())).filter(key -> keys))
                        .toList())
            .toList());
  }

  /** One line per key of one identity. */
  public Table user(UserView user) {
    return Pairs.table(
        Stream.of(
                Pairs.pair("client_id", Cell.of(user.clientId())),
                Pairs.pair("roles", Cell.of(roles(user))),
                Pairs.pair("allowed from", Cell.of(scope(user))),
                Pairs.pair("encrypted by", Cell.of(user.keyId())),
                Pairs.pair("created", times.cell(user.createdAt())),
                Pairs.pair("hmac_key", Cell.of(user.hmacKey())))
            .filter(row -> user.hmacKey() != null || !row.get(0).text().equals("hmac_key")));
  }

  private static String roles(UserView user) {
    return user.roles().stream().map(Role::wireName).collect(Collectors.joining(" "));
  }

  private static String scope(UserView user) {
    return user.allowedCidrs().isEmpty() ? "everywhere" : String.join(" ", user.allowedCidrs());
  }
}
