package org.dffmpeg.coordinator.core.access;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;

/**
 * The identities. Called inside a unit of {@code Transactions}; thread-safe. Nothing else refers to
 * an identity by key, so that one with a history can be deleted.
 */
public interface IdentityStore {
  Optional<Identity> find(ClientId id);

  /** All, ordered by id. */
  List<Identity> all();

  /** At most {@code limit} after {@code id} in the order of ids: pages for a re-encryption. */
  List<Identity> after(Optional<ClientId> id, int limit);

  /** The ids of those with that role, ordered. */
  List<ClientId> withRole(Role role);

  boolean isEmpty();

  /** Returns false if the id is taken. */
  boolean insert(Identity identity);

  /**
   * Compare-and-set on {@link Identity#version}.
   *
   * @return false if somebody else was first
   */
  boolean replace(Identity seen, Identity next);

  /** Returns false if there is none. */
  boolean delete(ClientId id);
}
