package org.dffmpeg.systemtest.bars;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.fleet.Fleet;
import org.dffmpeg.systemtest.fleet.Journal;
import org.dffmpeg.systemtest.fleet.Journals;
import org.dffmpeg.systemtest.fleet.Load;
import org.dffmpeg.systemtest.fleet.SimulatedClient;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.EmbeddedDatabases;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two coordinators, the clock of the second 10 s ahead, and simulated workers under load. What ran
 * is taken from the workers' own journals.
 */
@Tag("slow")
class UnderLoadIT {
  @RegisterExtension static final Lab LAB = Bars.full() ? new Lab().withJavaOptions("") : new Lab();

  private static final long SEED = Long.getLong("dffmpeg.seed", new Random().nextLong());
  private static final int JOBS = Bars.size(300, 10_000);
  private static final int KILLS = Bars.size(1, 3);
  private static final int SLOTS = 4;
  private static final int CLIENTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(Bars.size(120, 600));
  private static final String SETTINGS = "janitor: {interval: 2}\n";

  private static Coordinator first;
  private static Coordinator ahead;
  private static List<URI> either;

  @BeforeAll
  static void start() {
    System.out.println("UnderLoadIT: -Ddffmpeg.seed=" + SEED);
    first = LAB.coordinator(Database.POSTGRESQL, SETTINGS);
    ahead = LAB.coordinatorBeside(first, Duration.ofSeconds(10), SETTINGS);
    either = List.of(first.url(), ahead.url());
  }

  /** Each coordinator and the database, killed in the midst of work and started again. */
  @Test
  void every_job_ends_once_whoever_is_killed() throws Exception {
    Random random = new Random(SEED);
    List<Runnable> faults = new ArrayList<>(List.of(EmbeddedDatabases::killAndRestart));
    for (int kill = 0; kill < KILLS; kill++) {
      faults.addAll(List.of(first::restart, ahead::restart));
    }
    int jobsEach = JOBS / faults.size();
    Crew crew = crew(20, "killed");
    try (Load load = load("killed");
        Fleet fleet = crew.start()) {
      fleet.awaitOnline(PATIENCE);

      for (Runnable fault : faults) {
        int enough = load.ended() + random.nextInt(jobsEach / 4, jobsEach * 3 / 4);
        List<Future<?>> jobs = load.begin(jobsEach);
        await().atMost(PATIENCE).until(() -> load.ended() >= enough);
        fault.run();
        load.finish(jobs);
      }
      fleet.gate().shut();
      List<Future<?>> last = load.begin(2 * crew.slots());
      await().alias("every slot is taken").atMost(PATIENCE).until(crew::isBusy);
      fleet.gate().open();
      load.finish(last);

      crew.check();
      load.check(crew.journals());
    }
  }

  @Test
  void workers_drained_at_once_end_what_they_have_and_leave_the_rest() throws Exception {
    Crew crew = crew(50, "drained");
    try (Load load = load("drained");
        RawHttp admin = first.as(first.admin());
        Fleet fleet = crew.start()) {
      fleet.awaitOnline(PATIENCE);
      fleet.gate().shut();
      List<Future<?>> jobs = load.begin(CLIENTS * 10);
      await().atMost(PATIENCE).until(() -> crew.journals().underWay() == CLIENTS * 10);

      crew.workers.parallelStream().forEach(worker -> tell(admin, worker, "drain"));
      List<Future<?>> later = load.begin(CLIENTS * 5);
      fleet.gate().open();
      load.finish(jobs);

      assertThat(crew.journals().requests()).hasSize(CLIENTS * 10);
      crew.workers.parallelStream().forEach(worker -> tell(admin, worker, "resume"));
      load.finish(later);
      crew.check();
      load.check(crew.journals());
    }
  }

  private static void tell(RawHttp admin, Credentials worker, String what) {
    admin.post("/admin/workers/" + worker + "/" + what).expectOk();
  }

  private static Load load(String name) {
    List<Credentials> users = identities(name + "-user", "client", CLIENTS);
    return new Load(
        users.stream()
            .map(user -> new SimulatedClient(either, user, users.indexOf(user)))
            .toList());
  }

  private static Crew crew(int size, String name) {
    List<Credentials> workers = identities(name + "-worker", "worker", size);
    return new Crew(workers, workers.stream().collect(toMap(Function.identity(), Crew::journal)));
  }

  private static List<Credentials> identities(String prefix, String role, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> first.identity(prefix + number, role))
        .toList();
  }

  /** Simulated workers and what they wrote down. */
  private record Crew(List<Credentials> workers, Map<Credentials, Journal> books) {
    private static Journal journal(Credentials worker) {
      return LAB.closeLater(new Journal(LAB.workspace().root().resolve(worker + ".journal")));
    }

    Fleet start() {
      return Fleet.start(either, workers, SLOTS, worker -> requireNonNull(books.get(worker)));
    }

    Journals journals() {
      return new Journals(List.copyOf(books.values()));
    }

    int slots() {
      return workers.size() * SLOTS;
    }

    boolean isBusy() {
      return journals().underWay() == slots();
    }

    void check() {
      assertThat(journals().all(Journal.Event.BROKEN)).isEmpty();
      assertThat(journals().besideAnother()).as("attempts beside another").isEmpty();
      assertThat(journals().mostAtOnce()).as("at once on a worker").isLessThanOrEqualTo(SLOTS);
    }
  }
}
