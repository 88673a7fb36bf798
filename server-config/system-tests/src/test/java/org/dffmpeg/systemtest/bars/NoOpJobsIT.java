package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that do nothing, to see what everything around them costs and whether any runs twice. */
@Tag("slow")
@Tag("alone")
class NoOpJobsIT {
  @RegisterExtension static final Lab LAB = Bars.full() ? new Lab().withJavaOptions("") : new Lab();

  private static final int JOBS = Bars.size(200, 1000);
  private static final int IN_FLIGHT = 32;
  private static final int WORKERS = 4;

  /** Warm is what has been compiled for good: by the second compiler, as in production. */
  private static final int WARM_UP = Bars.size(60, 1500);

  private static final int MEASURED = Bars.size(100, 200);

  /** The small size runs on machines that do something else meanwhile. */
  private static final int SLACK = Bars.size(4, 1);

  private static final Map<Database, Coordinator> COORDINATORS = new EnumMap<>(Database.class);

  @ParameterizedTest
  @EnumSource(Database.class)
  void each_of_many_jobs_runs_exactly_once(Database database) throws Exception {
    Coordinator coordinator = coordinator(database);
    List<Path> journals = new ArrayList<>();
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      String name = database + "-" + i;
      journals.add(LAB.workspace().file(name + ".journal", ""));
      workers.add(startJournalingWorker(coordinator, name, journals.get(i)));
    }

    Map<String, Long> ends;
    try (JobClient client =
        NoOps.connect(coordinator.url(), coordinator.identity("many", "client"))) {
      ends = NoOps.run(client, JOBS, IN_FLIGHT, Duration.ofSeconds(60));
    }

    assertThat(ends).containsOnly(Map.entry("Completed", (long) JOBS));
    assertThat(journals).allSatisfy(journal -> assertThat(journal).isNotEmptyFile());
    assertThat(entries(journals))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, JOBS).mapToObj(Integer::toString).toList());
    workers.forEach(NoOpJobsIT::stop);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void one_job_at_a_time_is_quick(Database database) throws Exception {
    Coordinator coordinator = coordinator(database);
    Worker worker =
        LAB.worker(
            coordinator.url(),
            coordinator.identity("quick-" + database, "worker"),
            WorkerSetup.ffmpeg(Path.of("/bin/true")));
    try (JobClient client =
        NoOps.connect(coordinator.url(), coordinator.identity("one-by-one", "client"))) {
      NoOps.latencies(client, WARM_UP);

      Percentiles latencies = NoOps.latencies(client, MEASURED);

      assertThat(latencies.at(50)).as("%s", latencies).isLessThan(Duration.ofMillis(25L * SLACK));
      assertThat(latencies.at(99)).as("%s", latencies).isLessThan(Duration.ofMillis(100L * SLACK));
    }
    stop(worker);
  }

  /** The tests of a database share its coordinator; each has workers of its own. */
  private static Coordinator coordinator(Database database) {
    return COORDINATORS.computeIfAbsent(database, LAB::coordinator);
  }

  /** Its ffmpeg appends its arguments to a file: the worker's own word on what it ran. */
  private static Worker startJournalingWorker(Coordinator coordinator, String name, Path journal) {
    Path script =
        LAB.workspace().script(name + ".sh", "#!/bin/sh\necho \"$@\" >> '" + journal + "'\n");
    return LAB.worker(
        coordinator.url(), coordinator.identity(name, "worker"), WorkerSetup.ffmpeg(script));
  }

  /** In order, so that it gets no work any more. */
  private static void stop(Worker worker) {
    worker.process().signal("TERM");
    assertThat(worker.process().await(Duration.ofSeconds(30))).isZero();
  }

  private static List<String> entries(List<Path> journals) throws IOException {
    List<String> entries = new ArrayList<>();
    for (Path journal : journals) {
      entries.addAll(Files.readAllLines(journal));
    }
    return entries;
  }
}
