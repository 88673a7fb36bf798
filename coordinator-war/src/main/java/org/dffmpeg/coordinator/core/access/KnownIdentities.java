package org.dffmpeg.coordinator.core.access;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * All identities, ready for checking, kept for a moment.
 *
 * <p>It is all of them or none, so that looking up a known name takes exactly as long as looking up
 * an unknown one (a cache by name would answer faster for those in use), and so that a fleet of any
 * size costs one query per moment. A change made through this coordinator counts at once ({@link
 * #forget}); one made through another counts when the moment is over, {@link #FRESH} or, while the
 * next load is under way, at most {@link #USABLE}.
 *
 * <p>Thread-safe, without locks.
 */
public final class KnownIdentities {
  static final Duration FRESH = Duration.ofSeconds(2);
  static final Duration USABLE = Duration.ofSeconds(5);

  private record Snapshot(Map<ClientId, KnownIdentity> byName, boolean loaded, long atNanos) {
    Snapshot {
      byName = Map.copyOf(byName);
    }
  }

  private final UnaryOperator<Map<ClientId, KnownIdentity>> load;
  private final LongSupplier nanoTime;
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(new Snapshot(Map.of(), false, 0));
  private final AtomicBoolean loading = new AtomicBoolean();

  public KnownIdentities(
      Transactions transactions, IdentityStore store, KeyCipher cipher, LongSupplier nanoTime) {
    this(last -> readAll(transactions, store, cipher, last), nanoTime);
  }

  /**
   * Starts with nothing read.
   *
   * @param load reads all identities; given those of the last time, to reuse their decrypted keys
   * @param nanoTime a monotonic clock, as {@link System#nanoTime}
   */
  KnownIdentities(UnaryOperator<Map<ClientId, KnownIdentity>> load, LongSupplier nanoTime) {
    this.load = load;
    this.nanoTime = nanoTime;
  }

  Optional<KnownIdentity> find(ClientId name) {
    return Optional.ofNullable(current().byName().get(name));
  }

  /** Reads them anew at the next look-up: to be called after the commit of a change. */
  public void forget() {
    snapshot.updateAndGet(old -> new Snapshot(old.byName(), false, 0));
  }

  private static Map<ClientId, KnownIdentity> readAll(
      Transactions transactions,
      IdentityStore store,
      KeyCipher cipher,
      Map<ClientId, KnownIdentity> last) {
    return transactions.read(unit -> store.all()).stream()
        .map(
            identity -> {
              KnownIdentity before = last.get(identity.id());
              return before != null && before.identity().equals(identity)
                  ? before
                  : KnownIdentity.open(identity, cipher);
            })
        .collect(Collectors.toMap(known -> known.identity().id(), Function.identity()));
  }

  private Snapshot current() {
    while (true) {
      Snapshot seen = Objects.requireNonNull(snapshot.get());
      if (isYoungerThan(FRESH, seen) || (isYoungerThan(USABLE, seen) && loading.get())) {
        return seen;
      }
      Snapshot fresh = loadAfter(seen);
      // Otherwise something changed while this was read: it may already be out of date.
      if (snapshot.compareAndSet(seen, fresh)) {
        return fresh;
      }
    }
  }

  private Snapshot loadAfter(Snapshot seen) {
    loading.set(true);
    try {
      long now = nanoTime.getAsLong();
      return new Snapshot(load.apply(seen.byName()), true, now);
    } finally {
      loading.set(false);
    }
  }

  private boolean isYoungerThan(Duration age, Snapshot seen) {
    return seen.loaded() && nanoTime.getAsLong() - seen.atNanos() < age.toNanos();
  }
}
