package org.dffmpeg.coordinator.core.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.common.protocol.HealthView.Component;
import org.dffmpeg.common.transport.TransportName;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Answers {@code /health} (PROTOCOL 5.4). Anybody may ask for a deep answer, which costs a
 * transaction per store (PITFALLS W20). Therefore it is reused for a second, one thread asks at a
 * time while the others get the last answer, and it stops asking at the first store that is out of
 * reach: with a database that is away it holds one thread, for one wait. Thread-safe.
 */
public final class CheckHealth {
  private static final Logger LOG = System.getLogger(CheckHealth.class.getName());
  private static final Duration REUSED = Duration.ofSeconds(1);
  private static final Component HEALTHY = new Component("healthy", null);
  private static final Component SILENT = new Component("unhealthy", "does not answer");

  /** What the answer says, for the status of its HTTP response. */
  public enum Verdict {
    ONLINE,
    SHUTDOWN,
    UNHEALTHY
  }

  /** The verdict and what to show. */
  public record Health(Verdict verdict, HealthView view) {}

  private record Databases(Map<String, Component> byStore, long atNanos) {}

  private final Transactions transactions;
  private final Map<String, Runnable> probes;
  private final ServiceState state;
  private final String version;
  private final LongSupplier nanoTime;
  private final AtomicReference<Databases> last;
  private final AtomicBoolean asking = new AtomicBoolean();

  /**
   * Has asked nobody yet; until then the stores, which were there a moment ago, are healthy.
   *
   * @param probes a query of each store by its name, run inside a transaction
   * @param nanoTime a monotonic clock, as {@link System#nanoTime}
   */
  public CheckHealth(
      Transactions transactions,
      Map<String, Runnable> probes,
      ServiceState state,
      String version,
      LongSupplier nanoTime) {
    this.transactions = transactions;
    this.probes = Map.copyOf(probes);
    this.state = state;
    this.version = version;
    this.nanoTime = nanoTime;
    Map<String, Component> healthy = new TreeMap<>();
    probes.keySet().forEach(store -> healthy.put(store, HEALTHY));
    this.last =
        new AtomicReference<>(new Databases(healthy, nanoTime.getAsLong() - REUSED.toNanos()));
  }

  /** Whether it takes part, without looking at anything. */
  public Health run() {
    Verdict verdict = state.isShuttingDown() ? Verdict.SHUTDOWN : Verdict.ONLINE;
    return new Health(verdict, new HealthView(nameOf(verdict), version, null, null));
  }

  /** The same, after asking every store. */
  public Health runDeep() {
    Map<String, Component> databases = databases();
    boolean healthy = databases.values().stream().allMatch(HEALTHY::equals);
    Verdict verdict = healthy ? run().verdict() : Verdict.UNHEALTHY;
    return new Health(
        verdict,
        new HealthView(
            nameOf(verdict), version, databases, Map.of(TransportName.HTTP_POLLING, HEALTHY)));
  }

  private static String nameOf(Verdict verdict) {
    return switch (verdict) {
      case ONLINE -> "online";
      case SHUTDOWN -> "shutdown";
      case UNHEALTHY -> "unhealthy";
    };
  }

  private Map<String, Component> databases() {
    Databases known = Objects.requireNonNull(last.get());
    boolean reusable = nanoTime.getAsLong() - known.atNanos() < REUSED.toNanos();
    if (reusable || !asking.compareAndSet(false, true)) {
      return known.byStore();
    }
    try {
      Map<String, Component> byStore = askAll();
      last.set(new Databases(byStore, nanoTime.getAsLong()));
      return byStore;
    } finally {
      asking.set(false);
    }
  }

  private Map<String, Component> askAll() {
    Map<String, Component> byStore = new TreeMap<>();
    boolean reachable = true;
    for (Map.Entry<String, Runnable> store : probes.entrySet()) {
      Optional<RuntimeException> failure =
          reachable ? failureOf(store.getKey(), store.getValue()) : Optional.empty();
      byStore.put(store.getKey(), reachable && failure.isEmpty() ? HEALTHY : SILENT);
      reachable &= failure.filter(StoreUnavailable.class::isInstance).isEmpty();
    }
    return byStore;
  }

  private Optional<RuntimeException> failureOf(String store, Runnable probe) {
    try {
      return transactions.read(
          unit -> {
            probe.run();
            return Optional.empty();
          });
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "the store '" + store + "' does not answer: " + e.getMessage());
      return Optional.of(e);
    }
  }
}
