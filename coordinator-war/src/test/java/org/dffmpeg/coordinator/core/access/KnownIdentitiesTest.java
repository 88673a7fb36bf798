package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

class KnownIdentitiesTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER_KEY = "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final ClientId ALICE = new ClientId("alice");
  private static final ClientId BOB = new ClientId("bob");

  private final InMemoryIdentityStore store = new InMemoryIdentityStore();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger reads = new AtomicInteger();
  private boolean away;
  private final KnownIdentities known =
      new KnownIdentities(
          new CountingTransactions(),
          store,
          new LabelCipher(Set.of(), Optional.empty()),
          nanos::get);

  @Test
  void known_and_unknown_names_cost_the_same_one_read() {
    store.insert(identity(ALICE, KEY, List.of()));

    assertThat(known.find(ALICE)).isPresent();
    assertThat(known.find(BOB)).isEmpty();
    assertThat(known.find(ALICE)).isPresent();
    assertThat(known.find(new ClientId("carol"))).isEmpty();

    assertThat(reads).hasValue(1);
  }

  @Test
  void a_change_made_elsewhere_counts_after_a_moment() {
    store.insert(identity(ALICE, KEY, List.of()));
    known.find(ALICE);
    store.delete(ALICE);

    assertThat(known.find(ALICE)).isPresent();
    nanos.addAndGet(KnownIdentities.FRESH.toNanos());
    assertThat(known.find(ALICE)).isEmpty();
  }

  @Test
  void a_change_made_here_counts_at_once() {
    store.insert(identity(ALICE, KEY, List.of()));
    known.find(ALICE);
    store.delete(ALICE);

    known.forget();

    assertThat(known.find(ALICE)).isEmpty();
  }

  @Test
  void what_was_read_while_something_changed_is_read_again() {
    AtomicInteger loads = new AtomicInteger();
    KnownIdentities[] self = new KnownIdentities[1];
    self[0] =
        new KnownIdentities(
            last -> {
              if (loads.incrementAndGet() == 1) {
                self[0].forget();
              }
              return last;
            },
            nanos::get);

    self[0].find(ALICE);

    assertThat(loads).hasValue(2);
  }

  @Test
  void while_one_reads_the_others_go_on_with_what_was_known() {
    AtomicInteger loads = new AtomicInteger();
    KnownIdentities[] self = new KnownIdentities[1];
    self[0] =
        new KnownIdentities(
            last -> {
              if (loads.incrementAndGet() == 2) {
                assertThat(self[0].find(ALICE)).isEmpty();
              }
              return last;
            },
            nanos::get);
    self[0].find(ALICE);

    nanos.addAndGet(KnownIdentities.FRESH.toNanos());
    self[0].find(ALICE);

    assertThat(loads).hasValue(2);
  }

  @Test
  void a_failed_load_is_not_tried_again_for_a_moment() {
    AtomicInteger loads = new AtomicInteger();
    KnownIdentities away =
        new KnownIdentities(
            last -> {
              loads.incrementAndGet();
              throw new StoreUnavailable("away", null);
            },
            nanos::get);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> away.find(ALICE)).hasMessage("away");
    }
    assertThat(loads).hasValue(1);

    nanos.addAndGet(KnownIdentities.REMEMBERED.toNanos());
    assertThatThrownBy(() -> away.find(ALICE)).hasMessage("away");
    assertThat(loads).hasValue(2);
  }

  @Test
  void after_a_failed_load_the_others_go_on_with_what_was_known_as_long_as_it_is_usable() {
    store.insert(identity(ALICE, KEY, List.of()));
    known.find(ALICE);
    away = true;
    nanos.addAndGet(KnownIdentities.FRESH.toNanos());

    assertThatThrownBy(() -> known.find(ALICE)).hasMessage("away");
    assertThat(known.find(ALICE)).isPresent();

    nanos.addAndGet(KnownIdentities.USABLE.toNanos());
    assertThatThrownBy(() -> known.find(ALICE)).hasMessage("away");
  }

  @Test
  void nobody_waits_long_for_one_that_waits_for_the_database() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    KnownIdentities slow =
        new KnownIdentities(
            last -> {
              reading.countDown();
              await(answer);
              return last;
            },
            nanos::get);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> slow.find(ALICE).isEmpty());
    await(reading);

    assertThatThrownBy(() -> slow.find(ALICE)).isInstanceOf(StoreUnavailable.class);
    answer.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(slow.find(ALICE)).isEmpty();
  }

  @Test
  void an_unchanged_identity_is_not_opened_again() {
    store.insert(identity(ALICE, KEY, List.of()));
    KnownIdentity first = known.find(ALICE).orElseThrow();

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(known.find(ALICE)).containsSame(first);
    assertThat(reads).hasValue(2);
  }

  @Test
  void a_rotated_key_is_opened() {
    store.insert(identity(ALICE, KEY, List.of()));
    known.find(ALICE);
    Identity seen = store.find(ALICE).orElseThrow();
    store.replace(seen, seen.withKey(new SealedKey(OTHER_KEY, Optional.empty())));

    known.forget();

    assertThat(known.find(ALICE))
        .map(KnownIdentity::key)
        .map(SigningKey::toBase64)
        .contains(OTHER_KEY);
  }

  @Test
  void garbage_in_a_row_shuts_out_that_identity_only() {
    store.insert(identity(ALICE, KEY, List.of("garbage")));
    store.insert(identity(BOB, "no key at all", List.of()));
    store.insert(identity(new ClientId("carol"), KEY, List.of()));

    assertThat(known.find(ALICE)).map(KnownIdentity::scope).contains(AddressRules.NONE);
    assertThat(known.find(BOB)).map(KnownIdentity::scope).contains(AddressRules.NONE);
    assertThat(known.find(new ClientId("carol")))
        .map(KnownIdentity::scope)
        .contains(AddressRules.ANY);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Identity identity(ClientId id, String key, List<String> cidrs) {
    SealedKey sealed = new SealedKey(key, Optional.empty());
    return new Identity(id, Set.of(Role.CLIENT), cidrs, sealed, Instant.EPOCH, 0);
  }

  private final class CountingTransactions implements Transactions {
    private final Transactions direct = new DirectTransactions();

    @Override
    public <T> T write(java.util.function.Function<UnitOfWork, T> work) {
      return direct.write(work);
    }

    @Override
    public <T> T read(java.util.function.Function<UnitOfWork, T> work) {
      reads.incrementAndGet();
      if (away) {
        throw new StoreUnavailable("away", null);
      }
      return direct.read(work);
    }
  }
}
