package org.dffmpeg.systemtest.benchmark;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.fleet.Fleet;
import org.dffmpeg.systemtest.fleet.SimulatedClient;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.EmbeddedDatabases;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * How many no-op jobs one coordinator and two get through with simulated workers on PostgreSQL,
 * beside what the database itself allows, and how soon a job runs at half that load.
 */
final class FleetThroughput {
  private static final int CONNECTIONS = 16;
  private static final int WORKERS = 20;
  private static final int SLOTS = 4;
  private static final int SUBMITTERS = 8;
  private static final int IN_FLIGHT = 2 * WORKERS * SLOTS;
  private static final Duration RAW = Duration.ofSeconds(5);

  /** The coordinator's code is compiled meanwhile. */
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private static final Duration MEASURED = Duration.ofSeconds(15);

  private final Report report;
  private final double rawRate;
  private final List<Credentials> workers;
  private final List<Credentials> users;

  private FleetThroughput(Report report, double rawRate, Coordinator first) {
    this.report = report;
    this.rawRate = rawRate;
    this.workers = identities(first, "worker", WORKERS);
    this.users = identities(first, "client", SUBMITTERS);
  }

  static void measure(Report report) throws Exception {
    double rawRate = new RawJobs(EmbeddedDatabases.freshUrl(), CONNECTIONS).rate(RAW);
    report.value("raw_jdbc_jobs", "jobs/s", rawRate);
    try (Lab lab = Lab.opened("benchmark-fleet").withJavaOptions(Benchmark.JAVA_OPTIONS)) {
      Coordinator first = lab.coordinator(Database.POSTGRESQL);
      FleetThroughput throughput = new FleetThroughput(report, rawRate, first);
      throughput.run(List.of(first.url()));
      Coordinator second = lab.coordinatorBeside(first, Duration.ZERO, "");
      throughput.run(List.of(first.url(), second.url()));
    }
  }

  private static List<Credentials> identities(Coordinator coordinator, String role, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> coordinator.identity("simulated-" + role + number, role))
        .toList();
  }

  private void run(List<URI> coordinators) throws InterruptedException, ExecutionException {
    Tally tally = new Tally(IN_FLIGHT);
    List<SimulatedClient> submitters = new ArrayList<>();
    try (Fleet fleet = Fleet.start(coordinators, workers, SLOTS, worker -> tally)) {
      fleet.awaitOnline(WARM_UP);
      for (Credentials user : users) {
        submitters.add(new SimulatedClient(coordinators, user, submitters.size()));
      }
      double rate = saturate(submitters, tally);
      report.share("simulated_noop_jobs", "jobs/s", coordinators.size(), rate, rawRate);
      pace(submitters, tally, rate / 2);
      report.percentiles(
          "submit_to_running", coordinators.size(), rate / 2, tally.submitToRunning());
    } finally {
      submitters.forEach(SimulatedClient::close);
    }
  }

  /** Jobs per second with so many under way that no slot is ever idle. */
  private static double saturate(List<SimulatedClient> submitters, Tally tally)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + WARM_UP.plus(MEASURED).toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(submitters.size());
    List<Future<?>> loops = new ArrayList<>();
    for (SimulatedClient submitter : submitters) {
      loops.add(threads.submit(() -> submitUntil(end, submitter, tally)));
    }
    pass(WARM_UP);
    long before = tally.completed();
    pass(MEASURED);
    long completed = tally.completed() - before;
    finish(threads, loops);
    await().atMost(WARM_UP).until(tally::isIdle);
    return completed * 1e9 / MEASURED.toNanos();
  }

  private static @Nullable Void submitUntil(long end, SimulatedClient submitter, Tally tally)
      throws InterruptedException {
    while (System.nanoTime() < end) {
      if (tally.findsRoom()) {
        submitter.submit();
      }
    }
    return null;
  }

  /** Submits at that rate, whatever becomes of the jobs. */
  private static void pace(List<SimulatedClient> submitters, Tally tally, double jobsPerSecond)
      throws InterruptedException, ExecutionException {
    tally.forget();
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(submitters.size());
    List<Future<?>> submits = new ArrayList<>();
    double interval = 1e9 / jobsPerSecond;
    for (int i = 0; i * interval < MEASURED.toNanos(); i++) {
      SimulatedClient submitter = submitters.get(i % submitters.size());
      submits.add(
          threads.schedule(
              () -> {
                long start = System.nanoTime();
                tally.submitted(submitter.submit(), start);
              },
              (long) (i * interval),
              TimeUnit.NANOSECONDS));
    }
    finish(threads, submits);
    await().atMost(WARM_UP).until(tally::allStarted);
  }

  private static void finish(ExecutorService threads, List<Future<?>> tasks)
      throws InterruptedException, ExecutionException {
    for (Future<?> task : tasks) {
      task.get();
    }
    threads.shutdown();
  }

  private static void pass(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
  }
}
