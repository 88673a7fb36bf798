package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long one waits while others have sent much. */
@Tag("slow")
@Tag("alone")
class WaitingIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final int ENCODES = 200;
  private static final int PROBES = 10;
  private static final int MANY = 27;
  private static final int FEW = 3;

  /** As many of the many have run when the few come. */
  private static final int HEAD_START = 4;

  /** The small size runs on machines that do something else meanwhile. */
  private static final int SLACK = Bars.size(5, 1);

  private static Coordinator coordinator;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2);
  }

  @Test
  void a_probe_behind_a_long_queue_starts_at_once() {
    worker("busy", "Busy", "exec sleep 600", 2);
    Jobs jobs = jobsOf("crowd");
    jobs.awaitStatus(submit(jobs, "Busy"), "running");
    for (int encodes = 1; encodes < ENCODES; encodes++) {
      submit(jobs, "Busy");
    }

    List<Duration> waits = new ArrayList<>();
    for (int probes = 0; probes < PROBES; probes++) {
      waits.add(waitOf(jobs, jobs.trySubmit("ffprobe", List.of("x"), List.of("Busy"))));
    }

    waits.sort(null);
    assertThat(waits.get(PROBES / 2)).as("%s", waits).isLessThan(Duration.ofMillis(200L * SLACK));
  }

  /** On one slot, so that the few have to wait for each other even when they are alone. */
  @Test
  void who_sends_little_waits_at_most_twice_as_long_beside_one_who_sends_much() {
    worker("fair", "Fair", "exec sleep 0.5", 1);
    Jobs modest = jobsOf("modest");
    Jobs greedy = jobsOf("greedy");
    Duration alone = medianWait(modest);

    List<String> many = submit(greedy, "Fair", MANY);
    greedy.awaitEnd(many.get(HEAD_START - 1));
    Duration beside = medianWait(modest);

    assertThat(beside).as("alone %s", alone).isLessThanOrEqualTo(alone.multipliedBy(2));
    assertThat(greedy.status(many.get(MANY - 1))).isEqualTo("pending");
    many.forEach(greedy::cancel);
  }

  private static Duration medianWait(Jobs jobs) {
    return submit(jobs, "Fair", FEW).stream()
        .map(job -> wait(jobs.awaitEnd(job)))
        .sorted()
        .toList()
        .get(FEW / 2);
  }

  private static Duration waitOf(Jobs jobs, Reply submitted) {
    return wait(jobs.awaitEnd(submitted.expectOk().object().getString("job_id")));
  }

  private static Duration wait(JsonObject record) {
    assertThat(record.getString("status")).isEqualTo("completed");
    return Duration.between(
        Instant.parse(record.getString("created_at")),
        Instant.parse(record.getString("started_at")));
  }

  private static List<String> submit(Jobs jobs, String path, int count) {
    return IntStream.range(0, count).mapToObj(number -> submit(jobs, path)).toList();
  }

  private static String submit(Jobs jobs, String path) {
    return jobs.submit(List.of("x"), List.of(path));
  }

  private static Jobs jobsOf(String user) {
    return new Jobs(LAB.closeLater(coordinator.as(coordinator.identity(user, "client"))));
  }

  /** The only one for jobs that need its path. */
  private static void worker(String name, String path, String command, int slots) {
    Path script = LAB.workspace().script(name + ".sh", "#!/bin/sh\n" + command + "\n");
    LAB.worker(
        coordinator.url(),
        coordinator.identity(name, "worker"),
        WorkerSetup.ffmpeg(script)
            .binary("ffprobe", Path.of("/bin/true"))
            .path(path, LAB.workspace().root())
            .yaml("slots: " + slots + "\n"));
  }
}
