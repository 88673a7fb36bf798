package org.dffmpeg.coordinator.core.access;

import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.Role;

/** Who asks: an identity that has proven itself, without its secret. Immutable. */
public record Caller(ClientId id, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }

  /** The caller as a worker: it signs under the worker's name. */
  public WorkerId worker() {
    return new WorkerId(id.value());
  }

  /** Whether the caller may see and steer what belongs to {@code owner}. */
  public boolean mayActFor(ClientId owner) {
    return id.equals(owner) || isAdmin();
  }
}
