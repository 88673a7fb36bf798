package org.dffmpeg.worker.execution;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.spool.SpoolDirectory;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.Scripts;
import org.dffmpeg.worker.testing.Spools;
import org.jspecify.annotations.Nullable;

/** Runs jobs as a worker would, with real processes and no coordinator. */
final class JobBench implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();
  static final String INCARNATION = "a life";
  private static final Ticker TICKER = () -> Duration.ofNanos(System.nanoTime());

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ExecutorService starterThread = Executors.newSingleThreadExecutor();
  private final OsProcessStarter starter =
      new OsProcessStarter(starterThread, INCARNATION, new RealSleeper(), TICKER);
  private final FakeUplink uplink = new FakeUplink();
  private final Path directory;
  private @Nullable SpoolDirectory spool;
  private Duration lease = Duration.ofMinutes(1);
  private @Nullable Integer toldLease;
  private @Nullable Integer runTimeout;
  private @Nullable Integer stallTimeout;
  private List<Integer> outputs = List.of();
  private EncoderTrials encoders = command -> Optional.empty();
  private final List<Runnable> hanging = new CopyOnWriteArrayList<>();
  private boolean filesHang;
  private boolean removalsHang;

  JobBench(Path directory) {
    this.directory = directory;
  }

  SpoolDirectory spool() {
    if (spool == null) {
      spool = Spools.open(directory.resolve("spool"));
    }
    return spool;
  }

  FakeUplink uplink() {
    return uplink;
  }

  OsProcessStarter starter() {
    return starter;
  }

  void lease(Duration duration) {
    lease = duration;
  }

  /** What the coordinator says of it. */
  void toldLease(int seconds) {
    toldLease = seconds;
  }

  void runTimeout(int seconds) {
    runTimeout = seconds;
  }

  void stallTimeout(int seconds) {
    stallTimeout = seconds;
  }

  /** What comes of trying encoders. */
  void encoders(EncoderTrials trials) {
    encoders = trials;
  }

  /** Looks at files do not come back. */
  void filesHang() {
    filesHang = true;
  }

  /** What earlier attempts made is not removed before {@link #goOn}. */
  void removalsHang() {
    removalsHang = true;
  }

  void goOn() {
    hanging.forEach(Runnable::run);
  }

  /** Earlier attempts made these. */
  void madeBefore(Integer... arguments) {
    outputs = List.of(arguments);
  }

  /** A job whose ffmpeg is a shell script; {@code $Dir} is the test's directory. */
  RunningJob script(String body, String... arguments) {
    Path ffmpeg = Scripts.script(directory, "ffmpeg", body);
    return job(Map.of("ffmpeg", ffmpeg), arguments);
  }

  RunningJob job(Map<String, Path> binaries, String... arguments) {
    JobRequest request =
        new JobRequest(
            SequentialIds.job(1),
            "ffmpeg",
            List.of(arguments),
            List.of("Dir"),
            null,
            1,
            1,
            runTimeout,
            stallTimeout,
            null,
            outputs,
            toldLease);
    return new RunningJob(request, uplink, tools(binaries));
  }

  /** Runs it on another thread. */
  RunningJob start(RunningJob job) {
    threads.execute(job);
    return job;
  }

  private JobTools tools(Map<String, Path> binaries) {
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    return new JobTools(
        preparation(binaries),
        starter,
        removalsHang ? allButTheSecond() : threads,
        new BatchSize(100, Duration.ofMillis(50)),
        spool(),
        encoders,
        Optional.of(lease),
        CLOCK,
        TICKER,
        new UlidFactory(CLOCK, random),
        random);
  }

  /** The first thread of a job beats, the second removes. */
  private Executor allButTheSecond() {
    AtomicInteger asked = new AtomicInteger();
    return task -> {
      if (asked.incrementAndGet() == 2) {
        hanging.add(task);
      } else {
        threads.execute(task);
      }
    };
  }

  private Preparation preparation(Map<String, Path> binaries) {
    CommandResolver resolver = new CommandResolver(binaries, PathMap.of(Map.of("Dir", directory)));
    FreeSpace space = new FreeSpace(directory, 0);
    return filesHang
        ? new Preparation(resolver, space, hanging::add, Duration.ofMillis(50))
        : new Preparation(resolver, space, threads);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    starterThread.shutdownNow();
    Spools.close(spool());
  }
}
