package org.dffmpeg.coordinator.core.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.common.protocol.HealthView.Component;
import org.dffmpeg.common.transport.TransportName;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Answers {@code /health} (PROTOCOL 5.4). A deep answer is reused for a second, because anybody may
 * ask and it costs a transaction per store (PITFALLS W20). Thread-safe.
 */
public final class CheckHealth {
  private static final Logger LOG = System.getLogger(CheckHealth.class.getName());
  private static final Duration REUSED = Duration.ofSeconds(1);
  private static final Component HEALTHY = new Component("healthy", null);

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

  /**
   * Has asked nobody yet.
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
    this.last =
        new AtomicReference<>(new Databases(Map.of(), nanoTime.getAsLong() - REUSED.toNanos()));
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
    long now = nanoTime.getAsLong();
    if (now - known.atNanos() < REUSED.toNanos()) {
      return known.byStore();
    }
    Map<String, Component> byStore = new TreeMap<>();
    probes.forEach((store, probe) -> byStore.put(store, ask(store, probe)));
    last.set(new Databases(byStore, now));
    return byStore;
  }

  private Component ask(String store, Runnable probe) {
    try {
      return transactions.read(
          unit -> {
            probe.run();
            return HEALTHY;
          });
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "the store '" + store + "' does not answer: " + e.getMessage());
      return new Component("unhealthy", "does not answer");
    }
  }
}
