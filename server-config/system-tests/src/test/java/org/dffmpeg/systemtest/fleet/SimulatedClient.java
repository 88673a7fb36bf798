package org.dffmpeg.systemtest.fleet;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.MessageReader;
import org.dffmpeg.systemtest.wire.Request;

/**
 * Asks for detached jobs and hears of them, from whichever coordinator answers; an answer that got
 * lost does not make two jobs of one. Thread-safe.
 */
public final class SimulatedClient implements AutoCloseable {
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "canceled");

  private final AnyCoordinator coordinators;
  private final UUID session = UUID.randomUUID();
  private final AtomicInteger count = new AtomicInteger();

  /** Begins with the coordinator of that number, counted round. */
  public SimulatedClient(List<URI> urls, Credentials identity, int preferred) {
    this.coordinators = new AnyCoordinator(urls, identity, preferred);
  }

  /** The id of a new job. */
  public String submit() {
    int number = count.incrementAndGet();
    String body =
        """
        {"binary_name":"ffmpeg","arguments":["%d"],"paths":[],\
        "supported_transports":["http_polling"],"idempotency_key":"%s-%d"}"""
            .formatted(number, session, number);
    return coordinators
        .send(Request.post("/jobs/submit", body))
        .expectOk()
        .object()
        .getString("job_id");
  }

  /**
   * The ids of a job's messages as they come, until it has ended; over as many streams as it takes.
   */
  public List<String> hear(String job) {
    List<String> heard = new ArrayList<>();
    while (!coordinators.isClosed()) {
      String last = heard.isEmpty() ? "" : heard.get(heard.size() - 1);
      try (MessageReader messages = coordinators.listen(channel(job), last)) {
        boolean ended = false;
        while (!ended) {
          JsonObject message = messages.next();
          heard.add(message.getString("message_id"));
          ended = isEnd(message);
        }
        return heard;
      } catch (IOException comesBack) {
        // The next stream goes on where this one broke.
      }
    }
    throw new UncheckedIOException(new IOException("closed before the end of " + job));
  }

  /** All messages of a job that are kept. */
  public List<JsonObject> messages(String job) {
    return coordinators
        .send(Request.get(channel(job)).query("wait=0&last_message_id=" + "0".repeat(26)))
        .expectOk()
        .object()
        .getJsonArray("messages")
        .getValuesAs(JsonObject.class);
  }

  /** The record of a job. */
  public JsonObject show(String job) {
    return coordinators.send(Request.get("/jobs/" + job + "/status")).expectOk().object();
  }

  /** Whether a message says that its job has ended. */
  public static boolean isEnd(JsonObject message) {
    return message.getString("message_type").equals("job_status")
        && TERMINAL.contains(message.getJsonObject("payload").getString("status"));
  }

  private static String channel(String job) {
    return "/poll/jobs/" + job;
  }

  @Override
  public void close() {
    coordinators.close();
  }
}
