package org.dffmpeg.systemtest.bars;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.fleet.Fleet;
import org.dffmpeg.systemtest.fleet.Journal;
import org.dffmpeg.systemtest.fleet.Journals;
import org.dffmpeg.systemtest.fleet.SimulatedClient;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two coordinators under load, of which now one and now the other is killed and comes back. What
 * ran is taken from the workers' own journals.
 */
@Tag("slow")
class ExactlyOnceIT {
  @RegisterExtension static final Lab LAB = Bars.full() ? new Lab().withJavaOptions("") : new Lab();

  private static final int JOBS = Bars.size(300, 10_000);
  private static final int KILLS = Bars.size(1, 3);
  private static final int WORKERS = 20;
  private static final int SLOTS = 4;
  private static final int SUBMITTERS = 8;
  private static final int IN_FLIGHT_EACH = 15;
  private static final int ROUNDS = 2 * KILLS;
  private static final int JOBS_A_ROUND = JOBS / ROUNDS;
  private static final Duration PATIENCE = Duration.ofSeconds(Bars.size(120, 600));

  private final ExecutorService threads = Executors.newFixedThreadPool(SUBMITTERS * IN_FLIGHT_EACH);

  /** The message ids of each job as its client heard them. */
  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();

  private final Map<String, SimulatedClient> owners = new ConcurrentHashMap<>();

  @Test
  void every_job_ends_once_whichever_coordinator_is_killed() throws Exception {
    Coordinator first = LAB.coordinator(Database.POSTGRESQL, "janitor: {interval: 2}\n");
    Coordinator second = LAB.coordinatorBeside(first, Duration.ZERO, "janitor: {interval: 2}\n");
    List<URI> either = List.of(first.url(), second.url());
    List<SimulatedClient> clients = clients(first, either);
    List<Credentials> identities = identities(first, "worker", WORKERS);
    Map<Credentials, Journal> journals = identities.stream().collect(toMap(i -> i, this::journal));
    Journals all = new Journals(List.copyOf(journals.values()));
    try (Fleet fleet =
        Fleet.start(either, identities, SLOTS, worker -> requireNonNull(journals.get(worker)))) {
      fleet.awaitOnline(PATIENCE);

      for (int round = 0; round < ROUNDS; round++) {
        List<Future<?>> jobs = runJobs(clients);
        awaitJobs((int) ((round + 0.5) * JOBS_A_ROUND));
        Coordinator unlucky = round % 2 == 0 ? first : second;
        unlucky.kill();
        unlucky.restart();
        finish(jobs);
      }

      everySlotIsThere(clients, fleet, all);

      assertThat(all.all(Journal.Event.BROKEN)).isEmpty();
      assertThat(all.besideAnother()).as("attempts beside another").isEmpty();
      assertThat(all.mostAtOnce()).as("attempts at once on a worker").isEqualTo(SLOTS);
      everyJobEndedOnceAndEveryMessageWasHeardOnce(all);
    } finally {
      clients.forEach(SimulatedClient::close);
      threads.shutdownNow();
    }
  }

  /** The share of one round, for all clients together. */
  private List<Future<?>> runJobs(List<SimulatedClient> clients) {
    return IntStream.range(0, JOBS_A_ROUND)
        .<Future<?>>mapToObj(
            number -> threads.submit(() -> runJob(clients.get(number % clients.size()))))
        .toList();
  }

  private void runJob(SimulatedClient client) {
    String job = client.submit();
    owners.put(job, client);
    heard.put(job, client.hear(job));
  }

  private void awaitJobs(int ended) {
    await().atMost(PATIENCE).until(() -> heard.size() >= ended);
  }

  private void everyJobEndedOnceAndEveryMessageWasHeardOnce(Journals journals) throws Exception {
    assertThat(heard).hasSize(JOBS_A_ROUND * (ROUNDS + 1));
    Map<String, Integer> attempts = new ConcurrentHashMap<>();
    List<Callable<@Nullable Void>> checks = new ArrayList<>();
    heard.forEach((job, ids) -> checks.add(() -> check(job, ids, attempts)));
    for (Future<@Nullable Void> check : threads.invokeAll(checks)) {
      check.get();
    }
    assertThat(new TreeMap<>(journals.requests()))
        .as("the attempts that the workers heard of, each once")
        .isEqualTo(new TreeMap<>(attempts));
  }

  private @Nullable Void check(String job, List<String> ids, Map<String, Integer> attempts) {
    SimulatedClient owner = requireNonNull(owners.get(job));
    JsonObject record = owner.show(job);
    assertThat(record.getString("status")).as("%s", record).isEqualTo("completed");
    record
        .getJsonArray("attempts")
        .getValuesAs(JsonObject.class)
        .forEach(attempt -> attempts.put(job + "/" + attempt.getInt("attempt"), 1));
    List<JsonObject> kept = owner.messages(job);
    assertThat(ids)
        .as("what was heard of %s", job)
        .isEqualTo(kept.stream().map(message -> message.getString("message_id")).toList());
    assertThat(kept.stream().filter(SimulatedClient::isEnd)).as("ends of %s", job).hasSize(1);
    return null;
  }

  /** One more round of jobs, which take every slot before the first of them ends. */
  private void everySlotIsThere(List<SimulatedClient> clients, Fleet fleet, Journals journals)
      throws InterruptedException, ExecutionException {
    fleet.gate().shut();
    List<Future<?>> jobs = runJobs(clients);
    await().atMost(PATIENCE).until(() -> journals.underWay() == WORKERS * SLOTS);
    fleet.gate().open();
    finish(jobs);
  }

  private static void finish(List<Future<?>> tasks)
      throws InterruptedException, ExecutionException {
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  private Journal journal(Credentials worker) {
    return LAB.closeLater(new Journal(LAB.workspace().root().resolve(worker + ".journal")));
  }

  private static List<SimulatedClient> clients(Coordinator coordinator, List<URI> either) {
    List<Credentials> users = identities(coordinator, "client", SUBMITTERS);
    return users.stream()
        .map(user -> new SimulatedClient(either, user, users.indexOf(user)))
        .toList();
  }

  private static List<Credentials> identities(Coordinator coordinator, String role, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> coordinator.identity("simulated-" + role + number, role))
        .toList();
  }
}
