package org.dffmpeg.coordinator.core.access.admin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Seals the stored keys with another key of the ring, or opens them; a batch is a transaction. What
 * already is as asked for is left alone, so that it can be run again after an interruption. A
 * stored key that cannot be opened is skipped and named in the log: it holds up nobody else's.
 */
public final class ReEncryptKeys {
  private static final Logger LOG = System.getLogger(ReEncryptKeys.class.getName());
  private static final int LARGEST_BATCH = 1_000;

  private final Transactions transactions;
  private final IdentityStore identities;
  private final KeyCipher cipher;
  private final AuditLog audit;

  public ReEncryptKeys(
      Transactions transactions, IdentityStore identities, KeyCipher cipher, AuditLog audit) {
    this.transactions = transactions;
    this.identities = identities;
    this.cipher = cipher;
    this.audit = audit;
  }

  /** How many were changed. Refusals: INVALID_REQUEST, NOT_FOUND. */
  public Outcome<ReEncrypted> run(Caller caller, ReEncrypt request) {
    Optional<String> keyId =
        request.decrypt()
            ? Optional.empty()
            : Optional.ofNullable(request.keyId()).or(cipher::defaultKeyId);
    return problemOf(request, keyId)
        .<Outcome<ReEncrypted>>map(text -> Outcome.refused(ProblemCode.INVALID_REQUEST, text))
        .orElseGet(() -> sealAll(caller, request, keyId));
  }

  private Optional<String> problemOf(ReEncrypt request, Optional<String> keyId) {
    if (!request.decrypt() && keyId.isEmpty()) {
      return Optional.of("The key ring has no default key: name one");
    }
    try {
      cipher.seal(SigningKey.random(new SecureRandom()), keyId);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("The key ring has no key '" + keyId.orElse("") + "'");
    }
  }

  private Outcome<ReEncrypted> sealAll(Caller caller, ReEncrypt request, Optional<String> keyId) {
    ClientId only = request.clientId();
    if (only != null && transactions.read(unit -> identities.find(only)).isEmpty()) {
      return Unknown.identity();
    }
    int changed = only == null ? sealPages(request, keyId) : seal(List.of(only), keyId);
    audit.record(
        caller.id(),
        "re-encrypted " + changed + " keys with " + keyId.map(id -> "'" + id + "'").orElse("none"));
    return Outcome.ok(new ReEncrypted(changed));
  }

  private int sealPages(ReEncrypt request, Optional<String> keyId) {
    Integer limit = request.limit();
    int left = limit == null ? Integer.MAX_VALUE : limit;
    int changed = 0;
    Optional<ClientId> last = Optional.empty();
    while (changed < left) {
      int size = Math.min(batchSize(request), left - changed);
      Optional<ClientId> after = last;
      List<ClientId> page =
          transactions.read(unit -> identities.after(after, size)).stream()
              .map(Identity::id)
              .toList();
      if (page.isEmpty()) {
        break;
      }
      changed += seal(page, keyId);
      last = Optional.of(page.get(page.size() - 1));
    }
    return changed;
  }

  private static int batchSize(ReEncrypt request) {
    return Math.max(1, Math.min(LARGEST_BATCH, request.batchSize()));
  }

  private int seal(List<ClientId> names, Optional<String> keyId) {
    return transactions.write(
        unit -> {
          List<Identity> others =
              names.stream()
                  .flatMap(name -> identities.find(name).stream())
                  .filter(identity -> !identity.key().keyId().equals(keyId))
                  .toList();
          return (int) others.stream().filter(identity -> seal(identity, keyId)).count();
        });
  }

  private boolean seal(Identity identity, Optional<String> keyId) {
    Optional<SigningKey> key = opened(identity);
    key.ifPresent(
        plain -> {
          if (!identities.replace(identity, identity.withKey(cipher.seal(plain, keyId)))) {
            throw new ConflictException("key of " + identity.id());
          }
        });
    return key.isPresent();
  }

  private Optional<SigningKey> opened(Identity identity) {
    try {
      return Optional.of(cipher.open(identity.key()));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.log(
          Level.WARNING,
          () ->
              "the key of '"
                  + identity.id()
                  + "' is left as it is, because it cannot be opened: "
                  + e.getMessage());
      return Optional.empty();
    }
  }
}
