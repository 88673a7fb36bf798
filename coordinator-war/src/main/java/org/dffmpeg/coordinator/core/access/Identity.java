package org.dffmpeg.coordinator.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;

/**
 * Somebody who may sign requests. {@code allowedCidrs} are the networks it may come from; none
 * means every address. {@code version} is counted by the store. Immutable.
 */
public record Identity(
    ClientId id,
    Set<Role> roles,
    List<String> allowedCidrs,
    SealedKey key,
    Instant createdAt,
    long version) {
  public Identity {
    roles = Set.copyOf(roles);
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  public Caller caller() {
    return new Caller(id, roles);
  }

  public Identity withKey(SealedKey next) {
    return new Identity(id, roles, allowedCidrs, next, createdAt, version);
  }

  public Identity withAllowedCidrs(List<String> next) {
    return new Identity(id, roles, next, key, createdAt, version);
  }
}
