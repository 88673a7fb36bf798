package org.dffmpeg.coordinator.core.access;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * All identities, ready for checking, kept for a moment.
 *
 * <p>It is all of them or none, so that looking up a known name takes exactly as long as looking up
 * an unknown one (a cache by name would answer faster for those in use), and so that a fleet of any
 * size costs one query per moment. A change made through this coordinator counts at once ({@link
 * #forget}); one made through another counts when the moment is over, {@link #FRESH} or, while the
 * next load is under way or has just failed, at most {@link #USABLE}.
 *
 * <p>One thread reads at a time. While the database is away it waits for a connection; the others
 * do not wait with it for longer than {@link #PATIENCE}, and for {@link #REMEMBERED} after a
 * failure nobody tries: so requests that nobody can check do not hold the threads that others need.
 *
 * <p>Thread-safe.
 */
public final class KnownIdentities {
  static final Duration FRESH = Duration.ofSeconds(2);
  static final Duration USABLE = Duration.ofSeconds(5);
  static final Duration PATIENCE = Duration.ofSeconds(1);
  static final Duration REMEMBERED = Duration.ofSeconds(1);

  private record Snapshot(Map<ClientId, KnownIdentity> byName, boolean loaded, long atNanos) {
    Snapshot {
      byName = Map.copyOf(byName);
    }
  }

  private record Failure(RuntimeException cause, long atNanos) {}

  private final UnaryOperator<Map<ClientId, KnownIdentity>> load;
  private final LongSupplier nanoTime;
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(new Snapshot(Map.of(), false, 0));
  private final AtomicReference<Optional<Failure>> failure =
      new AtomicReference<>(Optional.empty());
  private final ReentrantLock loading = new ReentrantLock();

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
      if (isYoungerThan(FRESH, seen) || (isYoungerThan(USABLE, seen) && !mayBeReadNow())) {
        return seen;
      }
      takeTurn();
      try {
        if (seen.equals(snapshot.get())) {
          Snapshot fresh = loadAfter(seen);
          // Otherwise something changed while this was read: it may already be out of date.
          if (snapshot.compareAndSet(seen, fresh)) {
            return fresh;
          }
        }
      } finally {
        loading.unlock();
      }
    }
  }

  private boolean mayBeReadNow() {
    return !loading.isLocked() && failure().filter(this::isRecent).isEmpty();
  }

  /**
   * Returns when this thread is the one that reads.
   *
   * @throws RuntimeException what the last load failed with, or unavailability
   */
  private void takeTurn() {
    failure()
        .filter(last -> loading.isLocked() || isRecent(last))
        .ifPresent(
            last -> {
              throw last.cause();
            });
    try {
      if (loading.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw remembered(new StoreUnavailable("the identities are still being read", null));
  }

  private Snapshot loadAfter(Snapshot seen) {
    try {
      long now = nanoTime.getAsLong();
      Snapshot fresh = new Snapshot(load.apply(seen.byName()), true, now);
      failure.set(Optional.empty());
      return fresh;
    } catch (RuntimeException e) {
      throw remembered(e);
    }
  }

  private RuntimeException remembered(RuntimeException cause) {
    failure.set(Optional.of(new Failure(cause, nanoTime.getAsLong())));
    return cause;
  }

  private Optional<Failure> failure() {
    return Objects.requireNonNull(failure.get());
  }

  private boolean isRecent(Failure last) {
    return nanoTime.getAsLong() - last.atNanos() < REMEMBERED.toNanos();
  }

  private boolean isYoungerThan(Duration age, Snapshot seen) {
    return seen.loaded() && nanoTime.getAsLong() - seen.atNanos() < age.toNanos();
  }
}
