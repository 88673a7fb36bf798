package org.dffmpeg.systemtest.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.systemtest.bars.NoOps;
import org.dffmpeg.systemtest.bars.Percentiles;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.JvmProbe;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;

/** Measures one running system after the other; see the package. */
public final class Benchmark {
  /** More options for the coordinator's JVM, to look into it meanwhile. */
  static final String JAVA_OPTIONS = System.getProperty("dffmpeg.java.options", "");

  private static final String FLEET = "fleet";
  private static final int SEQUENCE = 200;
  private static final int JOBS = 1000;
  private static final int IN_FLIGHT = 32;
  private static final int WORKERS = 4;
  private static final int READERS = 8;
  private static final int READS = 20_000;
  private static final int LINES = 200_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Lab lab;
  private final Report report;
  private final Coordinator coordinator;
  private final Credentials user;
  private final List<Worker> workers = new ArrayList<>();

  private Benchmark(Lab lab, Report report, Coordinator coordinator) {
    this.lab = lab;
    this.report = report;
    this.coordinator = coordinator;
    this.user = coordinator.identity("user", "client");
  }

  /**
   * Measures on each database named ({@code h2}, {@code postgresql}), then the proxy; {@code fleet}
   * is about simulated workers. Everything by default, the proxy beside a database only.
   *
   * @throws Exception if something under measure failed: there is no figure then
   */
  public static void main(String[] parts) throws Exception {
    List<String> names = parts.length == 0 ? List.of("h2", "postgresql", FLEET) : List.of(parts);
    PrintStream out = System.out;
    for (String name : names) {
      if (!name.equals(FLEET)) {
        measure(name, out);
      }
    }
    if (!names.equals(List.of(FLEET))) {
      new ProxyOverhead(out).run();
    }
    if (names.contains(FLEET)) {
      FleetThroughput.measure(new Report(out, "postgresql"));
    }
  }

  private static void measure(String database, PrintStream out) throws Exception {
    try (Lab lab = Lab.opened("benchmark-" + database).withJavaOptions(JAVA_OPTIONS)) {
      Report report = new Report(out, database);
      long start = System.nanoTime();
      Coordinator coordinator =
          lab.coordinator(Database.valueOf(database.toUpperCase(Locale.ROOT)));
      report.value("coordinator_start", "s", (System.nanoTime() - start) / 1e9);
      new Benchmark(lab, report, coordinator).run();
    }
  }

  private void run() throws Exception {
    for (int i = 0; i < WORKERS; i++) {
      workers.add(
          lab.worker(
              coordinator.url(),
              coordinator.identity("worker" + i, "worker"),
              WorkerSetup.ffmpeg(Path.of("/bin/true")).binary("ffprobe", Path.of("/usr/bin/awk"))));
    }
    memory("idle");
    throughput();
    latency();
    statusReads();
    logLines();
    memory("worked");
  }

  private void throughput() throws InterruptedException {
    try (JobClient client = NoOps.connect(coordinator.url(), user)) {
      NoOps.run(client, SEQUENCE, IN_FLIGHT, PATIENCE);
      long start = System.nanoTime();
      Map<String, Long> ends = NoOps.run(client, JOBS, IN_FLIGHT, PATIENCE);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      if (!ends.equals(Map.of("Completed", (long) JOBS))) {
        throw new IllegalStateException("not all completed: " + ends);
      }
      report.rate("noop_jobs", "jobs/s", JOBS, taken);
    }
  }

  private void latency() throws Exception {
    Moments moments = new Moments();
    List<Duration> running = new ArrayList<>();
    List<Duration> completed = new ArrayList<>();
    try (JobClient client = JobClient.connect(settings(), moments)) {
      for (int i = -SEQUENCE; i < SEQUENCE; i++) {
        long start = System.nanoTime();
        JobHandle handle = client.submit(JobRequest.of("ffmpeg", Integer.toString(i)));
        handle.await(PATIENCE);
        long end = System.nanoTime();
        if (i >= 0) {
          running.add(Duration.ofNanos(moments.running(handle.id()) - start));
          completed.add(Duration.ofNanos(end - start));
        }
      }
    }
    report.percentiles("noop_submit_to_running", Percentiles.of(running));
    report.percentiles("noop_submit_to_completed", Percentiles.of(completed));
  }

  private void statusReads() throws InterruptedException {
    try (RawHttp http = coordinator.as(user)) {
      Jobs jobs = new Jobs(http);
      String job = jobs.submit("read");
      jobs.awaitEnd(job);
      for (int warm = 0; warm < 1000; warm++) {
        jobs.status(job);
      }
      ExecutorService readers = Executors.newFixedThreadPool(READERS);
      long start = System.nanoTime();
      for (int i = 0; i < READS; i++) {
        readers.execute(() -> jobs.status(job));
      }
      readers.shutdown();
      if (!readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("status reads took more than " + PATIENCE);
      }
      report.rate("status_reads", "requests/s", READS, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** From a program that prints as fast as it can to a listener in the library. */
  private void logLines() throws Exception {
    Moments moments = new Moments();
    String program =
        "BEGIN { for (i = 0; i < %d; i++) print \"frame=\", i, \"of a line as ffmpeg writes it\" }"
            .formatted(LINES);
    try (JobClient client = JobClient.connect(settings(), moments)) {
      long start = System.nanoTime();
      client.submit(JobRequest.of("ffprobe", program)).await(PATIENCE);
      report.rate(
          "log_lines", "lines/s", moments.lines(), Duration.ofNanos(System.nanoTime() - start));
    }
    if (moments.lines() != LINES) {
      throw new IllegalStateException("only " + moments.lines() + " lines came");
    }
  }

  private void memory(String when) {
    double mebibyte = 1 << 20;
    long coordinatorBytes = new JvmProbe(coordinator.jvm().pid()).residentBytes();
    long workerBytes = new JvmProbe(workers.get(0).process().pid()).residentBytes();
    report.value("coordinator_rss_" + when, "MiB", coordinatorBytes / mebibyte);
    report.value("worker_rss_" + when, "MiB", workerBytes / mebibyte);
  }

  private ClientSettings settings() {
    return ClientSettings.of(coordinator.url(), user.clientId(), user.key());
  }
}
