package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Deletes an identity; its jobs stay. The last administrator cannot be deleted. */
public final class DeleteIdentity {
  private final ChangeIdentities change;

  public DeleteIdentity(ChangeIdentities change) {
    this.change = change;
  }

  /** Refusals: NOT_FOUND, INVALID_REQUEST for the last administrator. */
  public Outcome<CommandAnswer> run(Caller caller, ClientId name) {
    return change.run(
        caller, () -> "deleted identity '" + name + "'", store -> delete(store, name));
  }

  private static Outcome<CommandAnswer> delete(IdentityStore store, ClientId name) {
    return store.find(name).map(identity -> delete(store, identity)).orElseGet(Unknown::identity);
  }

  private static Outcome<CommandAnswer> delete(IdentityStore store, Identity identity) {
    if (identity.roles().contains(Role.ADMIN) && !anotherAdministratorStays(store, identity)) {
      return Outcome.refused(
          ProblemCode.INVALID_REQUEST, "The last administrator cannot be deleted");
    }
    return store.delete(identity.id()) ? Outcome.ok(CommandAnswer.OK) : Unknown.identity();
  }

  /**
   * Writes the one that stays, so that two who delete each other at the same moment cannot both
   * succeed.
   */
  private static boolean anotherAdministratorStays(IdentityStore store, Identity leaving) {
    List<ClientId> others =
        store.withRole(Role.ADMIN).stream().filter(id -> !id.equals(leaving.id())).toList();
    if (others.isEmpty()) {
      return false;
    }
    return store
        .find(others.get(0))
        .filter(staying -> store.replace(staying, staying))
        .map(staying -> true)
        .orElseThrow(() -> new ConflictException("administrators"));
  }
}
