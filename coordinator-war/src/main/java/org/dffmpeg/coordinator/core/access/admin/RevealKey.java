package org.dffmpeg.coordinator.core.access.admin;

import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows the key of an identity. */
public final class RevealKey {
  private final Transactions transactions;
  private final IdentityStore identities;
  private final KeyCipher cipher;
  private final AuditLog audit;

  public RevealKey(
      Transactions transactions, IdentityStore identities, KeyCipher cipher, AuditLog audit) {
    this.transactions = transactions;
    this.identities = identities;
    this.cipher = cipher;
    this.audit = audit;
  }

  /** Refusals: NOT_FOUND; INVALID_REQUEST if the stored key cannot be opened. */
  public Outcome<UserView> run(Caller caller, ClientId name) {
    return transactions
        .read(unit -> identities.find(name))
        .map(identity -> reveal(caller, identity))
        .orElseGet(Unknown::identity);
  }

  private Outcome<UserView> reveal(Caller caller, Identity identity) {
    try {
      UserView view = IdentityView.withKey(identity, cipher.open(identity.key()));
      audit.record(caller.id(), "was shown the key of '" + identity.id() + "'");
      return Outcome.ok(view);
    } catch (IllegalStateException | IllegalArgumentException unreadable) {
      return Outcome.refused(
          ProblemCode.INVALID_REQUEST,
          "The stored key of '" + identity.id() + "' cannot be opened: rotate it");
    }
  }
}
