package org.dffmpeg.coordinator.core.access.admin;

import java.security.SecureRandom;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Gives an identity a fresh key; the one before counts no more. */
public final class RotateKey {
  private final ChangeIdentities change;
  private final KeyCipher cipher;
  private final SecureRandom random;
  private final LocalAdminKey localAdminKey;

  public RotateKey(
      ChangeIdentities change, KeyCipher cipher, SecureRandom random, LocalAdminKey localAdminKey) {
    this.change = change;
    this.cipher = cipher;
    this.random = random;
    this.localAdminKey = localAdminKey;
  }

  /**
   * With the key, which is shown now; that of {@code localadmin} is also written to its file.
   * Refusals: NOT_FOUND.
   */
  public Outcome<UserView> run(Caller caller, ClientId name) {
    SigningKey key = SigningKey.random(random);
    Outcome<UserView> outcome =
        change.run(
            caller, () -> "rotated the key of '" + name + "'", store -> replace(store, name, key));
    if (outcome instanceof Outcome.Ok<UserView> && name.equals(CreateLocalAdmin.NAME)) {
      localAdminKey.write(key);
    }
    return outcome;
  }

  private Outcome<UserView> replace(IdentityStore store, ClientId name, SigningKey key) {
    return store
        .find(name)
        .map(
            seen -> {
              Identity next = seen.withKey(cipher.seal(key, cipher.defaultKeyId()));
              if (!store.replace(seen, next)) {
                throw new ConflictException("key of " + name);
              }
              return Outcome.ok(IdentityView.withKey(next, key));
            })
        .orElseGet(Unknown::identity);
  }
}
