package org.dffmpeg.coordinator.core.access.admin;

import java.util.function.Function;
import java.util.function.Supplier;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KnownIdentities;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * One change of the identities: one transaction, after which it counts for this coordinator and is
 * in the audit log. Thread-safe.
 */
public final class ChangeIdentities {
  private final Transactions transactions;
  private final IdentityStore store;
  private final KnownIdentities known;
  private final AuditLog audit;

  public ChangeIdentities(
      Transactions transactions, IdentityStore store, KnownIdentities known, AuditLog audit) {
    this.transactions = transactions;
    this.store = store;
    this.known = known;
    this.audit = audit;
  }

  /**
   * Makes the change.
   *
   * @param deed what goes to the audit log unless the change is refused
   */
  <T> Outcome<T> run(
      Caller caller, Supplier<String> deed, Function<IdentityStore, Outcome<T>> change) {
    Outcome<T> outcome = transactions.write(unit -> change.apply(store));
    if (outcome instanceof Outcome.Ok<T>) {
      known.forget();
      audit.record(caller.id(), deed.get());
    }
    return outcome;
  }
}
