package org.dffmpeg.coordinator.core.access.admin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Makes sure that somebody can administer a coordinator that nobody can: without an administrator
 * it creates {@code localadmin}, who may come from the machine itself only (PROTOCOL 3.5).
 */
public final class CreateLocalAdmin {
  public static final ClientId NAME = new ClientId("localadmin");

  /** The scope {@code 127.0.0.0/8} and {@code ::1/128} of PROTOCOL 3.5. */
  private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  private final Transactions transactions;
  private final IdentityStore identities;
  private final KeyCipher cipher;
  private final SecureRandom random;
  private final LocalAdminKey file;
  private final Clock clock;

  public CreateLocalAdmin(
      Transactions transactions,
      IdentityStore identities,
      KeyCipher cipher,
      SecureRandom random,
      LocalAdminKey file,
      Clock clock) {
    this.transactions = transactions;
    this.identities = identities;
    this.cipher = cipher;
    this.random = random;
    this.file = file;
    this.clock = clock;
  }

  /**
   * The file is written first: a crash in between leaves a useless file and no administrator, which
   * the next start repairs; the other way round would lock everybody out.
   *
   * <p>If there is an administrator, a file that an interrupted rotation or another coordinator's
   * left behind gets the key that counts.
   */
  public void run() {
    if (transactions.read(unit -> identities.withRole(Role.ADMIN)).isEmpty()) {
      SigningKey key = SigningKey.random(random);
      file.write(key);
      Identity winner = transactions.write(unit -> createUnlessThereIsOne(key));
      file.write(cipher.open(winner.key()));
    } else {
      transactions.read(unit -> identities.find(NAME)).ifPresent(this::refreshFile);
    }
  }

  /** A key that cannot be opened is nobody's, and no reason not to start. */
  private void refreshFile(Identity localAdmin) {
    SigningKey key;
    try {
      key = cipher.open(localAdmin.key());
    } catch (IllegalStateException | IllegalArgumentException unreadable) {
      return;
    }
    file.refresh(key);
  }

  /** Another coordinator may have started on the same new database at the same moment. */
  private Identity createUnlessThereIsOne(SigningKey key) {
    return identities
        .find(NAME)
        .filter(identity -> identity.roles().contains(Role.ADMIN))
        .orElseGet(
            () -> {
              Identity localAdmin = localAdmin(key);
              identities.delete(NAME);
              identities.insert(localAdmin);
              return localAdmin;
            });
  }

  private Identity localAdmin(SigningKey key) {
    return new Identity(
        NAME,
        Set.of(Role.ADMIN),
        LOOPBACK,
        cipher.seal(key, cipher.defaultKeyId()),
        Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
        0);
  }
}
