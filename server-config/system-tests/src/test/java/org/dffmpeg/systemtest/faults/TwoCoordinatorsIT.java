package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Link;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.MessageReader;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two coordinators on one PostgreSQL, the clock of the second 10 s ahead (DESIGN, failure table).
 * What one writes into a channel the other continues: were ids made by the clocks of the hosts,
 * they would go back, and the streams, which are read at the other coordinator, would skip
 * messages.
 */
@Tag("slow")
class TwoCoordinatorsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int JOBS = 12;

  /** Notes in the journal that it ran, and ends when it may. */
  private static final String SCRIPT =
      """
      #!/bin/sh
      echo "$1" >> journal
      echo "first line of $1"
      while [ -n "$2" ] && [ ! -e "$2" ]; do sleep 0.1; done
      echo "last line of $1"
      """;

  private static Coordinator first;
  private static Coordinator ahead;
  private static Credentials user;
  private static WorkerSetup setup;
  private static Path journal;

  @BeforeAll
  static void start() {
    first = LAB.coordinator(Database.POSTGRESQL, "janitor: {interval: 2}\n");
    ahead = LAB.coordinatorBeside(first, Duration.ofSeconds(10), "janitor: {interval: 2}\n");
    user = first.identity("user", "client");
    journal = LAB.workspace().directory("journals").resolve("journal");
    setup =
        WorkerSetup.ffmpeg(
                LAB.workspace().script("noting.sh", SCRIPT.replace("journal", journal.toString())))
            .yaml("enable_job_draining: false\n");
    await()
        .alias("the user is known to the other coordinator")
        .atMost(PATIENCE)
        .until(() -> statusOfRequestSignedIn(Duration.ZERO, ahead) == 200);
  }

  /** One test, because its parts take seconds and a coordinator's start takes more. */
  @Test
  void they_lose_nothing_run_nothing_twice_and_stand_in_for_each_other() throws IOException {
    theClocksAreApart();
    assertThat(online()).containsExactly(first.url().toString(), ahead.url().toString());
    everyJobRunsOnceAndNobodyMissesAMessage();
    aWorkerThatReachesOnlyOneOfThemGoesOnWithThatOne();
    workerAndClientGoOnWithTheOtherCoordinatorWhenTheirsIsKilled();
  }

  /** A request may be signed 300 s ahead of a coordinator's clock. */
  private static void theClocksAreApart() {
    assertThat(statusOfRequestSignedIn(Duration.ofSeconds(305), first)).isEqualTo(401);
    assertThat(statusOfRequestSignedIn(Duration.ofSeconds(305), ahead)).isEqualTo(200);
  }

  private static void everyJobRunsOnceAndNobodyMissesAMessage() throws IOException {
    Worker here = LAB.worker(first.url(), first.identity("here", "worker"), setup);
    Worker there = LAB.worker(ahead.url(), first.identity("there", "worker"), setup);
    List<String> names = IntStream.range(0, JOBS).mapToObj(number -> "job" + number).toList();

    for (int number = 0; number < JOBS; number++) {
      boolean even = number % 2 == 0;
      hear(even ? first : ahead, even ? ahead : first, names.get(number));
    }

    assertThat(Files.readAllLines(journal)).containsExactlyInAnyOrderElementsOf(names);
    stop(here);
    stop(there);
  }

  private static void aWorkerThatReachesOnlyOneOfThemGoesOnWithThatOne() throws IOException {
    Link link = LAB.closeLater(Link.to(first.url()));
    Worker worker =
        LAB.worker(List.of(link.url(), ahead.url()), first.identity("cut off", "worker"), setup);
    Path go = journal.resolveSibling("cut.go");
    try (RawHttp http = first.as(user)) {
      Jobs jobs = new Jobs(http);
      String underWay = jobs.submit("before the cut", go.toString());
      await()
          .atMost(PATIENCE)
          .until(() -> jobs.output(underWay, "stdout").equals("first line of before the cut"));

      link.cut();
      Files.createFile(go);
      String next = jobs.submit("after the cut");

      JsonObject end = jobs.awaitEnd(underWay);
      assertThat(end.getString("status")).isEqualTo("completed");
      assertThat(end.getInt("attempt")).isEqualTo(1);
      assertThat(jobs.output(underWay, "stdout"))
          .isEqualTo("first line of before the cut\nlast line of before the cut");
      assertThat(jobs.awaitEnd(next).getString("status")).isEqualTo("completed");
      assertThat(Files.readAllLines(journal)).containsOnlyOnce("before the cut", "after the cut");
    }
    worker.kill();
  }

  private static void workerAndClientGoOnWithTheOtherCoordinatorWhenTheirsIsKilled()
      throws IOException {
    List<URI> either = List.of(first.url(), ahead.url());
    Worker worker = LAB.worker(either, first.identity("moving", "worker"), setup);
    Cli client = LAB.cli(either, user);
    Path go = journal.resolveSibling("go");
    ChildProcess running = client.start("submit", "--", "under way", go.toString());
    running.awaitText("first line of under way", PATIENCE);

    first.kill();
    Files.createFile(go);

    assertThat(running.await(PATIENCE)).isZero();
    assertThat(running.out()).isEqualTo("first line of under way\nlast line of under way\n");
    Cli.Finished next = client.run("submit", "--", "next");
    assertThat(next.out()).isEqualTo("first line of next\nlast line of next\n");
    assertThat(Files.readAllLines(journal)).containsOnlyOnce("under way", "next");
    worker.kill();
  }

  /** Said good-bye, it gets no more jobs. */
  private static void stop(Worker worker) {
    worker.process().signal("TERM");
    worker.process().await(PATIENCE);
  }

  private static int statusOfRequestSignedIn(Duration future, Coordinator coordinator) {
    Clock clock = Clock.offset(Clock.systemUTC(), future);
    try (RawHttp http = new RawHttp(coordinator.url(), user, clock, PATIENCE)) {
      return http.get("/jobs").status();
    }
  }

  /** Submits through one, listens at the other, and compares with what was stored in the end. */
  private static void hear(Coordinator submitting, Coordinator listening, String name)
      throws IOException {
    try (RawHttp mine = submitting.as(user);
        RawHttp other = listening.as(user)) {
      Path go = journal.resolveSibling(name + ".go");
      String job = new Jobs(mine).submit(name, go.toString());
      List<String> heard = new ArrayList<>();
      try (MessageReader news = MessageReader.open(other, "/poll/jobs/" + job, PATIENCE)) {
        Files.createFile(go);
        JsonObject message = news.next();
        while (!isEnd(message)) {
          heard.add(message.getString("message_id"));
          message = news.next();
        }
        heard.add(message.getString("message_id"));
      }
      assertThat(heard).isEqualTo(stored(mine, job));
      assertThat(new Jobs(other).show(job).getInt("attempt")).isEqualTo(1);
    }
  }

  private static boolean isEnd(JsonObject message) {
    return message.getString("message_type").equals("job_status")
        && message.getJsonObject("payload").getString("status").equals("completed");
  }

  private static List<String> stored(RawHttp http, String job) {
    return http
        .send(
            Request.get("/poll/jobs/" + job)
                .query("wait=1&last_message_id=00000000000000000000000000"))
        .expectOk()
        .object()
        .getJsonArray("messages")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(message -> message.getString("message_id"))
        .toList();
  }

  private static List<String> online() {
    try (RawHttp admin = first.as(first.admin())) {
      return admin
          .get("/coordinators")
          .expectOk()
          .json()
          .asJsonArray()
          .getValuesAs(JsonObject.class)
          .stream()
          .filter(coordinator -> coordinator.getBoolean("online"))
          .map(coordinator -> coordinator.getString("address"))
          .toList();
    }
  }
}
