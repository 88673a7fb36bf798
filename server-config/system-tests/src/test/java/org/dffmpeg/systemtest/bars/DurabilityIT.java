package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was answered is there, whatever happens to the coordinator in the next instruction. */
@Tag("slow")
class DurabilityIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final int ANSWERED = 200;
  private static final int IN_FLIGHT_AT_THE_KILL = 50;
  private static final int ROUNDS = Bars.size(1, 10);

  /** Generous for 2,500 small jobs; without compaction H2 needs hundreds. */
  private static final long MOST_BYTES_ON_DISK = 64L << 20;

  @ParameterizedTest
  @EnumSource(Database.class)
  void every_answered_submit_survives_kill_9(Database database) throws Exception {
    Coordinator coordinator = LAB.coordinator(database);
    try (RawHttp http = coordinator.as(coordinator.identity("submitter", "client"))) {
      Jobs jobs = new Jobs(http);
      Set<String> answered = ConcurrentHashMap.newKeySet();
      for (int round = 0; round < ROUNDS; round++) {
        int wanted = answered.size() + ANSWERED;
        submitUntilKilled(coordinator, jobs, answered, wanted);
        coordinator.restart();

        Set<String> kept =
            jobs.all().stream().map(job -> job.getString("job_id")).collect(Collectors.toSet());
        assertThat(answered).hasSizeGreaterThanOrEqualTo(wanted);
        assertThat(kept).containsAll(answered);
      }
    }
    assertThat(databaseBytes(coordinator.dataDirectory())).isLessThan(MOST_BYTES_ON_DISK);
    coordinator.kill();
  }

  /** More submits are in flight when the last wanted answer comes: those may go either way. */
  private static void submitUntilKilled(
      Coordinator coordinator, Jobs jobs, Set<String> answered, int wanted)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(ANSWERED);
    CountDownLatch enough = new CountDownLatch(wanted - answered.size());
    IntStream.range(0, ANSWERED + IN_FLIGHT_AT_THE_KILL)
        .forEach(
            i ->
                threads.execute(
                    () -> {
                      try {
                        answered.add(jobs.submit("-i", Integer.toString(i)));
                        enough.countDown();
                      } catch (UncheckedIOException afterTheKill) {
                        // No answer, no promise.
                      }
                    }));
    assertThat(enough.await(60, TimeUnit.SECONDS)).as("200 answers").isTrue();
    coordinator.kill();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  /** The H2 file and whatever it leaves beside itself; nothing on PostgreSQL. */
  private static long databaseBytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().contains(".db"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
