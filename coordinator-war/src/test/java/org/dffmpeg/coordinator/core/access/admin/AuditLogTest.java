package org.dffmpeg.coordinator.core.access.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.DirectTransactions;
import org.dffmpeg.coordinator.core.access.InMemoryIdentityStore;
import org.dffmpeg.coordinator.core.access.KnownIdentities;
import org.dffmpeg.coordinator.core.access.LabelCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private static final Caller ADMIN = new Caller(new ClientId("root"), Set.of(Role.ADMIN));

  private final Logger logger = Logger.getLogger(AuditLog.LOGGER);
  private final List<String> lines = new ArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(recorder);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(recorder);
  }

  @Test
  void deeds_are_told_with_who_and_to_whom_and_refusals_and_keys_are_not() {
    InMemoryIdentityStore store = new InMemoryIdentityStore();
    DirectTransactions transactions = new DirectTransactions();
    LabelCipher cipher = new LabelCipher(Set.of(), Optional.empty());
    AuditLog audit = new AuditLog();
    ChangeIdentities change =
        new ChangeIdentities(
            transactions,
            store,
            new KnownIdentities(transactions, store, cipher, System::nanoTime),
            audit);
    ClientId bob = new ClientId("bob");
    AddUser request = new AddUser(bob, List.of(Role.CLIENT), List.of("10.0.0.0/8"));
    AddIdentity add = new AddIdentity(change, cipher, new SecureRandom(), Clock.systemUTC());

    add.run(ADMIN, request);
    add.run(ADMIN, request);
    new RevealKey(transactions, store, cipher, audit).run(ADMIN, bob);
    new SetScope(change).run(ADMIN, bob, List.of("::1"));
    new SetScope(change).run(ADMIN, bob, List.of("garbage"));
    new RotateKey(change, cipher, new SecureRandom(), new KeyFile(new ArrayList<>()))
        .run(ADMIN, bob);
    new DeleteIdentity(change).run(ADMIN, bob);

    assertThat(lines)
        .containsExactly(
            "INFO 'root' added identity 'bob' with roles [CLIENT] and scope [10.0.0.0/8]",
            "INFO 'root' was shown the key of 'bob'",
            "INFO 'root' set the scope of 'bob' to [::1]",
            "INFO 'root' rotated the key of 'bob'",
            "INFO 'root' deleted identity 'bob'");
  }
}
