package org.dffmpeg.coordinator.core.access.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.DirectTransactions;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.InMemoryIdentityStore;
import org.dffmpeg.coordinator.core.access.KnownIdentities;
import org.dffmpeg.coordinator.core.access.LabelCipher;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityAdministrationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");
  private static final ClientId BOB = new ClientId("bob");
  private static final ClientId ROOT = new ClientId("root");
  private static final Caller ADMIN = new Caller(ROOT, Set.of(Role.ADMIN));

  private final InMemoryIdentityStore store = new InMemoryIdentityStore();
  private final DirectTransactions transactions = new DirectTransactions();
  private final LabelCipher cipher = new LabelCipher(Set.of("k1", "k2"), Optional.of("k1"));
  private final AuditLog audit = new AuditLog();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final ChangeIdentities change =
      new ChangeIdentities(
          transactions,
          store,
          new KnownIdentities(transactions, store, cipher, System::nanoTime),
          audit);
  private final List<SigningKey> written = new ArrayList<>();
  private final KeyFile file = new KeyFile(written);

  private final AddIdentity addIdentity = new AddIdentity(change, cipher, random, clock);
  private final DeleteIdentity deleteIdentity = new DeleteIdentity(change);
  private final SetScope setScope = new SetScope(change);
  private final RotateKey rotateKey = new RotateKey(change, cipher, random, file);
  private final FindIdentities findIdentities = new FindIdentities(transactions, store);
  private final RevealKey revealKey = new RevealKey(transactions, store, cipher, audit);
  private final ReEncryptKeys reEncryptKeys = new ReEncryptKeys(transactions, store, cipher, audit);
  private final CreateLocalAdmin createLocalAdmin =
      new CreateLocalAdmin(transactions, store, cipher, random, file, clock);

  @Test
  void a_new_identity_is_shown_with_its_key_once_and_stored_sealed() {
    UserView added = value(add("bob", List.of(Role.WORKER, Role.CLIENT), List.of("10.0.0.0/8")));

    assertThat(added.roles()).containsExactly(Role.CLIENT, Role.WORKER);
    assertThat(added.keyId()).isEqualTo("k1");
    assertThat(added.createdAt()).isEqualTo("2026-01-01T00:00:00.123456Z");
    assertThat(added.hmacKey()).hasSize(44);
    assertThat(stored(BOB).key())
        .isEqualTo(new SealedKey("k1:" + added.hmacKey(), Optional.of("k1")));
    assertThat(value(findIdentities.run(BOB)).hmacKey()).isNull();
    assertThat(findIdentities.run()).extracting(UserView::hmacKey).containsOnlyNulls();
    assertThat(value(revealKey.run(ADMIN, BOB)).hmacKey()).isEqualTo(added.hmacKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "worker-01", "user@example.org", "GPU box: 2", "0+0", "x_y.z"})
  void a_name_of_harmless_characters_may_be_given(String name) {
    assertThat(add(name, List.of(Role.CLIENT), List.of())).isInstanceOf(Outcome.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " a",
        "a ",
        "-a",
        ".a",
        "a/b",
        "a#b",
        "a\nb",
        "a\tb",
        "ä",
        "a\"b",
        "<b>",
        "a%20b",
        "coordinator",
        "1234567890123456789012345678901234567890123456789012345678901234x"
      })
  void any_other_name_is_refused(String name) {
    assertThat(code(add(name, List.of(Role.CLIENT), List.of())))
        .isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void a_scope_that_is_garbage_is_refused_when_adding() {
    assertThat(code(add("bob", List.of(Role.CLIENT), List.of("10.0.0.0/8", "garbage"))))
        .isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void an_identity_without_a_role_is_refused() {
    assertThat(code(add("bob", List.of(), List.of()))).isEqualTo(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    UserView first = value(add("bob", List.of(Role.CLIENT), List.of()));

    assertThat(code(add("bob", List.of(Role.ADMIN), List.of())))
        .isEqualTo(ProblemCode.ALREADY_EXISTS);
    assertThat(value(revealKey.run(ADMIN, BOB))).isEqualTo(first);
  }

  @Test
  void a_scope_is_replaced() {
    add("bob", List.of(Role.CLIENT), List.of());

    UserView changed = value(setScope.run(ADMIN, BOB, List.of("10.1.2.3", "::1/128")));

    assertThat(changed.allowedCidrs()).containsExactly("10.1.2.3", "::1/128");
    assertThat(stored(BOB).allowedCidrs()).containsExactly("10.1.2.3", "::1/128");
  }

  @Test
  void garbage_and_nothing_are_no_scope_and_change_nothing() {
    add("bob", List.of(Role.CLIENT), List.of("10.0.0.0/8"));

    assertThat(code(setScope.run(ADMIN, BOB, List.of("garbage"))))
        .isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(code(setScope.run(ADMIN, BOB, List.of()))).isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(stored(BOB).allowedCidrs()).containsExactly("10.0.0.0/8");
  }

  @Test
  void a_rotated_key_replaces_the_one_before() {
    UserView added = value(add("bob", List.of(Role.CLIENT), List.of()));

    UserView rotated = value(rotateKey.run(ADMIN, BOB));

    assertThat(rotated.hmacKey()).isNotEqualTo(added.hmacKey()).hasSize(44);
    assertThat(value(revealKey.run(ADMIN, BOB)).hmacKey()).isEqualTo(rotated.hmacKey());
    assertThat(written).isEmpty();
  }

  @Test
  void the_rotated_key_of_localadmin_is_also_written_to_its_file() {
    createLocalAdmin.run();
    written.clear();

    UserView rotated = value(rotateKey.run(ADMIN, CreateLocalAdmin.NAME));

    assertThat(written).extracting(SigningKey::toBase64).containsExactly(rotated.hmacKey());
  }

  @Test
  void who_does_not_exist_is_not_found() {
    assertThat(code(findIdentities.run(BOB))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(revealKey.run(ADMIN, BOB))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(rotateKey.run(ADMIN, BOB))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(setScope.run(ADMIN, BOB, List.of("::1")))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(deleteIdentity.run(ADMIN, BOB))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(reEncryptKeys.run(ADMIN, new ReEncrypt(BOB, null, true, null, 1))))
        .isEqualTo(ProblemCode.NOT_FOUND);
  }

  @Test
  void an_identity_can_be_deleted() {
    add("bob", List.of(Role.CLIENT), List.of());

    assertThat(value(deleteIdentity.run(ADMIN, BOB))).isEqualTo(CommandAnswer.OK);
    assertThat(store.find(BOB)).isEmpty();
  }

  @Test
  void the_last_administrator_stays() {
    add("root", List.of(Role.ADMIN), List.of());
    add("bob", List.of(Role.ADMIN), List.of());

    assertThat(value(deleteIdentity.run(ADMIN, BOB))).isEqualTo(CommandAnswer.OK);
    assertThat(code(deleteIdentity.run(ADMIN, ROOT))).isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(store.find(ROOT)).isPresent();
  }

  @Test
  void deleting_an_administrator_writes_the_one_that_stays() {
    add("root", List.of(Role.ADMIN), List.of());
    add("bob", List.of(Role.ADMIN), List.of());
    long before = stored(ROOT).version();

    deleteIdentity.run(ADMIN, BOB);

    assertThat(stored(ROOT).version()).isEqualTo(before + 1);
  }

  @Test
  void keys_are_sealed_again_with_the_named_key_in_batches_and_only_once() {
    for (int i = 0; i < 5; i++) {
      add("user" + i, List.of(Role.CLIENT), List.of());
    }
    List<String> keys = keys();

    assertThat(value(reEncryptKeys.run(ADMIN, new ReEncrypt(null, "k2", false, null, 2))))
        .isEqualTo(new ReEncrypted(5));
    assertThat(store.all()).allMatch(identity -> identity.key().keyId().equals(Optional.of("k2")));
    assertThat(keys()).isEqualTo(keys);
    assertThat(value(reEncryptKeys.run(ADMIN, new ReEncrypt(null, "k2", false, null, 2))))
        .isEqualTo(new ReEncrypted(0));
  }

  @Test
  void a_limit_ends_the_re_encryption_and_the_next_run_goes_on() {
    for (int i = 0; i < 5; i++) {
      add("user" + i, List.of(Role.CLIENT), List.of());
    }

    ReEncrypt three = new ReEncrypt(null, "k2", false, 3, 2);

    assertThat(value(reEncryptKeys.run(ADMIN, three))).isEqualTo(new ReEncrypted(3));
    assertThat(value(reEncryptKeys.run(ADMIN, three))).isEqualTo(new ReEncrypted(2));
  }

  @Test
  void one_identity_can_be_decrypted_and_encrypted_with_the_default_again() {
    add("bob", List.of(Role.CLIENT), List.of());
    add("eve", List.of(Role.CLIENT), List.of());

    assertThat(value(reEncryptKeys.run(ADMIN, new ReEncrypt(BOB, null, true, null, 100))))
        .isEqualTo(new ReEncrypted(1));
    assertThat(stored(BOB).key().keyId()).isEmpty();
    assertThat(stored(new ClientId("eve")).key().keyId()).contains("k1");
    assertThat(value(reEncryptKeys.run(ADMIN, new ReEncrypt(BOB, null, false, null, 100))))
        .isEqualTo(new ReEncrypted(1));
    assertThat(stored(BOB).key().keyId()).contains("k1");
  }

  @Test
  void a_stored_key_that_cannot_be_opened_is_named_when_asked_for_and_holds_up_nobody() {
    add("alice", List.of(Role.CLIENT), List.of());
    add("bob", List.of(Role.CLIENT), List.of());
    add("carol", List.of(Role.CLIENT), List.of());
    SealedKey damaged = new SealedKey("damaged", Optional.of("k1"));
    store.replace(stored(BOB), stored(BOB).withKey(damaged));

    assertThat(revealKey.run(ADMIN, BOB).toString()).contains("'bob'");
    assertThat(code(revealKey.run(ADMIN, BOB))).isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(value(reEncryptKeys.run(ADMIN, new ReEncrypt(null, "k2", false, null, 2))))
        .isEqualTo(new ReEncrypted(2));
    assertThat(stored(BOB).key()).isEqualTo(damaged);
    assertThat(value(rotateKey.run(ADMIN, BOB)).hmacKey()).hasSize(44);
  }

  @Test
  void a_key_that_the_ring_lacks_is_refused() {
    assertThat(code(reEncryptKeys.run(ADMIN, new ReEncrypt(null, "k9", false, null, 1))))
        .isEqualTo(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void
      a_coordinator_without_an_administrator_gets_localadmin_from_loopback_with_its_key_in_a_file() {
    createLocalAdmin.run();

    Identity localAdmin = stored(CreateLocalAdmin.NAME);
    assertThat(localAdmin.roles()).containsExactly(Role.ADMIN);
    assertThat(localAdmin.allowedCidrs()).containsExactly("127.0.0.0/8", "::1/128");
    assertThat(written.get(written.size() - 1).toBase64())
        .isEqualTo(cipher.open(localAdmin.key()).toBase64());
  }

  @Test
  void localadmin_is_not_created_beside_an_administrator() {
    add("root", List.of(Role.ADMIN), List.of());

    createLocalAdmin.run();

    assertThat(store.find(CreateLocalAdmin.NAME)).isEmpty();
    assertThat(written).isEmpty();
  }

  @Test
  void a_file_that_a_rotation_left_behind_is_set_right_at_the_next_start() {
    createLocalAdmin.run();
    value(rotateKey.run(ADMIN, CreateLocalAdmin.NAME));
    SigningKey current = cipher.open(stored(CreateLocalAdmin.NAME).key());
    written.add(SigningKey.random(random));

    createLocalAdmin.run();

    assertThat(written.get(written.size() - 1).toBase64()).isEqualTo(current.toBase64());
  }

  @Test
  void where_there_is_no_file_none_appears_beside_an_administrator() {
    createLocalAdmin.run();
    written.clear();

    createLocalAdmin.run();

    assertThat(written).isEmpty();
  }

  @Test
  void if_the_key_file_cannot_be_written_nobody_is_created() {
    CreateLocalAdmin onFullDisk =
        new CreateLocalAdmin(transactions, store, cipher, random, new FullDisk(), clock);

    assertThatThrownBy(onFullDisk::run).hasMessage("disk full");
    assertThat(store.isEmpty()).isTrue();
  }

  private Outcome<UserView> add(String name, List<Role> roles, List<String> cidrs) {
    return addIdentity.run(ADMIN, new AddUser(new ClientId(name), roles, cidrs));
  }

  private Identity stored(ClientId name) {
    return store.find(name).orElseThrow();
  }

  private List<String> keys() {
    return store.all().stream().map(identity -> cipher.open(identity.key()).toBase64()).toList();
  }

  private static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        ok -> ok,
        refused -> {
          throw new AssertionError(refused.toString());
        });
  }

  private static ProblemCode code(Outcome<?> outcome) {
    return outcome.fold(
        ok -> {
          throw new AssertionError(ok.toString());
        },
        refused -> refused.code());
  }

  private record FullDisk() implements LocalAdminKey {
    @Override
    public void write(SigningKey key) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public void refresh(SigningKey key) {
      write(key);
    }
  }
}
