package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Replaces the networks that an identity may come from. */
public final class SetScope {
  private final ChangeIdentities change;

  public SetScope(ChangeIdentities change) {
    this.change = change;
  }

  /** Refusals: INVALID_REQUEST (nothing is changed), NOT_FOUND. */
  public Outcome<UserView> run(Caller caller, ClientId name, List<String> cidrs) {
    Optional<String> problem =
        cidrs.isEmpty()
            ? Optional.of("A scope needs an address or CIDR; every address is 0.0.0.0/0 and ::/0")
            : Scope.problemOf(cidrs);
    return problem
        .<Outcome<UserView>>map(text -> Outcome.refused(ProblemCode.INVALID_REQUEST, text))
        .orElseGet(
            () ->
                change.run(
                    caller,
                    () -> "set the scope of '" + name + "' to " + cidrs,
                    store -> replace(store, name, cidrs)));
  }

  private static Outcome<UserView> replace(IdentityStore store, ClientId name, List<String> cidrs) {
    return store
        .find(name)
        .map(
            seen -> {
              Identity next = seen.withAllowedCidrs(cidrs);
              if (!store.replace(seen, next)) {
                throw new ConflictException("scope of " + name);
              }
              return Outcome.ok(IdentityView.withoutKey(next));
            })
        .orElseGet(Unknown::identity);
  }
}
