package org.dffmpeg.worker.registration;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.RetryPolicy;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.VerifyWorker;

/**
 * Sends tokens back that came over the channel (PROTOCOL 11, step 4). Does not block; thread-safe.
 */
public final class Verification implements Consumer<String> {
  private static final System.Logger LOG = System.getLogger(Verification.class.getName());

  private final RetryingHttp http;
  private final WorkerId worker;
  private final TokenWatch tokens;
  private final Executor threads;
  private volatile boolean announced;

  /** Sends tokens for this worker. */
  public Verification(RetryingHttp http, WorkerId worker, TokenWatch tokens, Executor threads) {
    this.http = http;
    this.worker = worker;
    this.tokens = tokens;
    this.threads = threads;
  }

  @Override
  public void accept(String token) {
    tokens.heard();
    threads.execute(() -> send(token));
  }

  private void send(String token) {
    try {
      Answer answer =
          http.send(
              SignedRequest.post("/worker/" + worker + "/verify", new VerifyWorker(token)),
              RetryPolicy.USUAL.withPatience(TokenWatch.UNHEARD));
      if (answer.isOk()) {
        announce();
      } else {
        // Two registrations may cross: the older token is then no longer waited for.
        LOG.log(System.Logger.Level.DEBUG, () -> "token not taken: " + answer.explanation());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "token not delivered: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void announce() {
    if (!announced) {
      announced = true;
      LOG.log(
          System.Logger.Level.INFO,
          () -> "worker " + worker + " is online at " + http.endpoints().current());
    }
  }
}
