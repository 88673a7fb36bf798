package org.dffmpeg.systemtest.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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
import org.jspecify.annotations.Nullable;

/** Jobs of several clients, who hear each of them to its end. Thread-safe. */
public final class Load implements AutoCloseable {
  private static final int IN_FLIGHT_EACH = 15;

  /** What a client has heard of its job: ids of messages. */
  private record Heard(SimulatedClient client, List<String> messages) {}

  private final List<SimulatedClient> clients;
  private final ExecutorService threads;
  private final Map<String, Heard> ended = new ConcurrentHashMap<>();

  /** Closes the clients when it is closed. */
  public Load(List<SimulatedClient> clients) {
    this.clients = List.copyOf(clients);
    this.threads = Executors.newFixedThreadPool(clients.size() * IN_FLIGHT_EACH);
  }

  /** Begins so many more jobs, shared among the clients; {@link #finish} them. */
  public List<Future<?>> begin(int jobs) {
    return IntStream.range(0, jobs)
        .<Future<?>>mapToObj(
            number -> threads.submit(() -> run(clients.get(number % clients.size()))))
        .toList();
  }

  private void run(SimulatedClient client) {
    String job = client.submit();
    ended.put(job, new Heard(client, client.hear(job)));
  }

  /** Waits for the end of jobs. */
  public void finish(List<Future<?>> jobs) throws InterruptedException, ExecutionException {
    for (Future<?> job : jobs) {
      job.get();
    }
  }

  /** How many jobs have ended. */
  public int ended() {
    return ended.size();
  }

  /**
   * Fails unless every job has completed, has ended once, its client has heard every message once
   * and in order, and the workers were asked once for each attempt.
   */
  public void check(Journals journals) throws InterruptedException, ExecutionException {
    Map<String, Integer> attempts = new ConcurrentHashMap<>();
    List<Callable<@Nullable Void>> checks = new ArrayList<>();
    ended.keySet().forEach(job -> checks.add(() -> check(job, attempts)));
    for (Future<@Nullable Void> check : threads.invokeAll(checks)) {
      check.get();
    }
    assertThat(new TreeMap<>(journals.requests()))
        .as("the attempts that the workers were asked for")
        .isEqualTo(new TreeMap<>(attempts));
  }

  private @Nullable Void check(String job, Map<String, Integer> attempts) {
    Heard heard = requireNonNull(ended.get(job));
    JsonObject record = heard.client.show(job);
    assertThat(record.getString("status")).as("%s", record).isEqualTo("completed");
    for (JsonObject attempt : record.getJsonArray("attempts").getValuesAs(JsonObject.class)) {
      attempts.put(job + "/" + attempt.getInt("attempt"), 1);
    }
    List<JsonObject> kept = heard.client.messages(job);
    assertThat(heard.messages)
        .as("what was heard of %s", job)
        .isEqualTo(kept.stream().map(message -> message.getString("message_id")).toList());
    assertThat(kept.stream().filter(SimulatedClient::isEnd)).as("ends of %s", job).hasSize(1);
    return null;
  }

  @Override
  public void close() {
    clients.forEach(SimulatedClient::close);
    threads.shutdownNow();
  }
}
