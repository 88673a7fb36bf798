package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows identities, without their keys. */
public final class FindIdentities {
  private final Transactions transactions;
  private final IdentityStore identities;

  public FindIdentities(Transactions transactions, IdentityStore identities) {
    this.transactions = transactions;
    this.identities = identities;
  }

  /** All, ordered by name. */
  public List<UserView> run() {
    return transactions.read(unit -> identities.all()).stream()
        .map(IdentityView::withoutKey)
        .toList();
  }

  /** One of them. Refusals: NOT_FOUND. */
  public Outcome<UserView> run(ClientId name) {
    return transactions
        .read(unit -> identities.find(name))
        .map(identity -> Outcome.ok(IdentityView.withoutKey(identity)))
        .orElseGet(Unknown::identity);
  }
}
