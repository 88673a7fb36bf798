package org.dffmpeg.coordinator.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;

/** Identities in a map. Confined to one thread. */
public final class InMemoryIdentityStore implements IdentityStore {
  private final Map<ClientId, Identity> identities = new TreeMap<>();

  @Override
  public Optional<Identity> find(ClientId id) {
    return Optional.ofNullable(identities.get(id));
  }

  @Override
  public List<Identity> all() {
    return List.copyOf(identities.values());
  }

  @Override
  public List<Identity> after(Optional<ClientId> id, int limit) {
    return identities.values().stream()
        .filter(identity -> id.isEmpty() || identity.id().compareTo(id.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<ClientId> withRole(Role role) {
    return identities.values().stream()
        .filter(identity -> identity.roles().contains(role))
        .map(Identity::id)
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return identities.isEmpty();
  }

  @Override
  public boolean insert(Identity identity) {
    return identities.putIfAbsent(identity.id(), identity) == null;
  }

  @Override
  public boolean replace(Identity seen, Identity next) {
    Identity stored = identities.get(seen.id());
    if (stored == null || stored.version() != seen.version()) {
      return false;
    }
    Identity counted =
        new Identity(
            next.id(),
            next.roles(),
            next.allowedCidrs(),
            next.key(),
            next.createdAt(),
            seen.version() + 1);
    identities.put(seen.id(), counted);
    return true;
  }

  @Override
  public boolean delete(ClientId id) {
    return identities.remove(id) != null;
  }
}
