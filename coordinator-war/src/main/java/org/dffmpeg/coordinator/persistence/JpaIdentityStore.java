package org.dffmpeg.coordinator.persistence;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;

/** Identities in the table {@code identities}; it is small enough to be read whole. Thread-safe. */
final class JpaIdentityStore implements IdentityStore {
  private static final String REPLACE =
      "update IdentityRow i set"
          + " i.roles = :roles,"
          + " i.allowedCidrs = :allowedCidrs,"
          + " i.keyText = :keyText,"
          + " i.keyId = :keyId,"
          + " i.rowVersion = i.rowVersion + 1"
          + " where i.clientId = :id and i.rowVersion = :seen";

  private final CurrentUnit unit;

  JpaIdentityStore(CurrentUnit unit) {
    this.unit = unit;
  }

  @Override
  public Optional<Identity> find(ClientId id) {
    return unit.select("select i from IdentityRow i where i.clientId = :id", IdentityRow.class)
        .with("id", id.value())
        .first(IdentityRow::toIdentity);
  }

  @Override
  public List<Identity> all() {
    return after(Optional.empty(), Integer.MAX_VALUE);
  }

  @Override
  public List<Identity> after(Optional<ClientId> id, int limit) {
    return unit.select(
            "select i from IdentityRow i where i.clientId > :id order by i.clientId",
            IdentityRow.class)
        .with("id", id.map(ClientId::value).orElse(""))
        .atMost(limit)
        .list(IdentityRow::toIdentity);
  }

  @Override
  public List<ClientId> withRole(Role role) {
    return all().stream()
        .filter(identity -> identity.roles().contains(role))
        .map(Identity::id)
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return unit.select("select i.clientId from IdentityRow i", String.class)
        .atMost(1)
        .rows()
        .isEmpty();
  }

  @Override
  public boolean insert(Identity identity) {
    if (find(identity.id()).isPresent()) {
      return false;
    }
    unit.insert(IdentityRow.of(identity));
    return true;
  }

  @Override
  public boolean replace(Identity seen, Identity next) {
    IdentityRow row = IdentityRow.of(next);
    return unit.change(REPLACE)
        .with("roles", row.roles)
        .with("allowedCidrs", row.allowedCidrs)
        .with("keyText", row.keyText)
        .with("keyId", row.keyId)
        .with("id", row.clientId)
        .with("seen", seen.version())
        .hit();
  }

  @Override
  public boolean delete(ClientId id) {
    return unit.change("delete from IdentityRow i where i.clientId = :id")
        .with("id", id.value())
        .hit();
  }
}
