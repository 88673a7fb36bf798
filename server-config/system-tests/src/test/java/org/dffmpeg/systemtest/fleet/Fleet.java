package org.dffmpeg.systemtest.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dffmpeg.systemtest.wire.Credentials;

/** Simulated workers, spread over the coordinators. Thread-safe. */
public final class Fleet implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Gate gate = new Gate();
  private final List<SimulatedWorker> workers = new ArrayList<>();

  private Fleet() {}

  /**
   * Starts a worker for each identity.
   *
   * @param listeners one for each worker
   */
  public static Fleet start(
      List<URI> coordinators,
      List<Credentials> identities,
      int slots,
      Function<Credentials, RunListener> listeners) {
    Fleet fleet = new Fleet();
    for (Credentials identity : identities) {
      fleet.add(
          new AnyCoordinator(coordinators, identity, fleet.workers.size()),
          slots,
          listeners.apply(identity));
    }
    return fleet;
  }

  private void add(AnyCoordinator coordinators, int slots, RunListener listener) {
    SimulatedWorker worker = new SimulatedWorker(coordinators, slots, listener, gate, threads);
    workers.add(worker);
    threads.execute(worker::listen);
    threads.execute(worker::register);
  }

  /** What every attempt of theirs passes before it ends; open. */
  public Gate gate() {
    return gate;
  }

  /** Waits until every worker is given work. */
  public void awaitOnline(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (SimulatedWorker worker : workers) {
      if (!worker.online().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError("not all workers are online after " + patience);
      }
    }
  }

  /** They all leave. */
  @Override
  public void close() {
    workers.forEach(SimulatedWorker::close);
    threads.shutdownNow();
  }
}
