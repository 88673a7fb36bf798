package org.dffmpeg.systemtest.fleet;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.dffmpeg.systemtest.wire.MessageReader;
import org.dffmpeg.systemtest.wire.Reply;
import org.dffmpeg.systemtest.wire.Request;

/**
 * A worker whose jobs end as soon as they have begun. It registers, listens to its stream, accepts,
 * and reports success; what is not answered it says again, to another coordinator if there is one.
 * Thread-safe.
 */
public final class SimulatedWorker implements AutoCloseable {
  private static final Duration REGISTRATION_INTERVAL = Duration.ofSeconds(15);

  private final AnyCoordinator coordinators;
  private final RunListener listener;
  private final Gate gate;
  private final ExecutorService threads;
  private final String registration;
  private final CountDownLatch online = new CountDownLatch(1);
  private String lastId = "";

  /**
   * A worker that does nothing yet.
   *
   * @param gate what attempts pass before they end
   * @param threads as many as there are streams and slots
   */
  SimulatedWorker(
      AnyCoordinator coordinators,
      int slots,
      RunListener listener,
      Gate gate,
      ExecutorService threads) {
    this.gate = gate;
    this.coordinators = coordinators;
    this.listener = listener;
    this.threads = threads;
    this.registration =
        """
        {"worker_id":"%s","binaries":["ffmpeg"],"paths":[],"registration_interval":%d,\
        "supported_transports":["http_polling"],"slots":%d,"incarnation":"%s"}"""
            .formatted(
                coordinators.identity(),
                REGISTRATION_INTERVAL.toSeconds(),
                slots,
                UUID.randomUUID());
  }

  /** Registers, and again every interval until it is closed. */
  void register() {
    while (!coordinators.isClosed()) {
      try {
        coordinators.send(Request.post("/worker/register", registration)).expectOk();
      } catch (UncheckedIOException goesOn) {
        // What cannot be sent for minutes shows in the jobs.
      }
      coordinators.pause(REGISTRATION_INTERVAL);
    }
  }

  /** Counts down to zero when it is given work. */
  CountDownLatch online() {
    return online;
  }

  /** Hears and obeys until it is closed. */
  void listen() {
    while (!coordinators.isClosed()) {
      try (MessageReader messages = coordinators.listen("/poll/worker", lastId)) {
        while (!coordinators.isClosed()) {
          take(messages.next());
        }
      } catch (IOException comesBack) {
        // The next stream goes on where this one broke.
      } catch (RejectedExecutionException closed) {
        return;
      } catch (AssertionError e) {
        listener.broken(e);
        return;
      }
    }
  }

  private void take(JsonObject message) {
    lastId = message.getString("message_id");
    JsonObject payload = message.getJsonObject("payload");
    switch (message.getString("message_type")) {
      case "verify_registration" ->
          threads.execute(() -> verify(payload.getString("registration_token")));
      case "job_request" -> {
        String job = payload.getString("job_id");
        int attempt = payload.getInt("attempt");
        listener.requested(job, attempt);
        threads.execute(() -> run(job, attempt));
      }
      default -> {}
    }
  }

  private void verify(String token) {
    Reply reply =
        coordinators.send(
            Request.post(
                "/worker/" + coordinators.identity() + "/verify",
                "{\"registration_token\":\"" + token + "\"}"));
    if (reply.status() == 200) {
      online.countDown();
    }
  }

  private void run(String job, int attempt) {
    if (say(job, attempt, "accept", "{\"attempt\":%d}")) {
      listener.started(job, attempt);
      passGate();
      listener.ended(job, attempt);
      if (say(
          job, attempt, "status", "{\"status\":\"completed\",\"exit_code\":0,\"attempt\":%d}")) {
        listener.reported(job, attempt);
      }
    }
  }

  private void passGate() {
    try {
      gate.pass();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean say(String job, int attempt, String what, String body) {
    try {
      Reply reply =
          coordinators.send(Request.post("/jobs/" + job + "/" + what, body.formatted(attempt)));
      if (reply.status() != 200) {
        listener.refused(job, attempt, what + ": " + reply);
      }
      return reply.status() == 200;
    } catch (UncheckedIOException e) {
      if (coordinators.isClosed()) {
        return false;
      }
      throw e;
    }
  }

  /** Leaves, and falls silent. */
  @Override
  public void close() {
    String farewell = "{\"worker_id\":\"" + coordinators.identity() + "\"}";
    coordinators.send(Request.post("/worker/deregister", farewell)).expectOk();
    coordinators.close();
  }
}
