package org.dffmpeg.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.Loop;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.DeregisterWorker;
import org.dffmpeg.worker.assignment.JobDesk;
import org.dffmpeg.worker.lifecycle.WorkerLifecycle;
import org.dffmpeg.worker.registration.Channel;
import org.dffmpeg.worker.registration.RegistrationLoop;

/** What starts, drains and stops with the worker. Thread-safe. */
final class WorkerParts implements WorkerLifecycle.Parts {
  private static final System.Logger LOG = System.getLogger(WorkerParts.class.getName());

  private static final Duration LAST_REGISTRATION = Duration.ofSeconds(6);

  private final RegistrationLoop registration;
  private final Loop registrations;
  private final Channel channel;
  private final JobDesk desk;
  private final SignedHttp http;
  private final WorkerId self;
  private final Executor threads;
  private CompletableFuture<Void> registering = CompletableFuture.completedFuture(null);

  WorkerParts(
      RegistrationLoop registration,
      Channel channel,
      JobDesk desk,
      SignedHttp http,
      WorkerId self,
      Executor threads) {
    this.registration = registration;
    this.registrations = new Loop("registration", registration::tick);
    this.channel = channel;
    this.desk = desk;
    this.http = http;
    this.self = self;
    this.threads = threads;
  }

  @Override
  public void start() {
    registering = CompletableFuture.runAsync(registrations, threads);
  }

  @Override
  public void drain() {
    desk.close();
    registration.drain();
    registrations.wake();
  }

  @Override
  public void stop() {
    endRegistrations();
    channel.close();
    try {
      Answer answer =
          http.send(SignedRequest.post("/worker/deregister", new DeregisterWorker(self)));
      if (!answer.isOk()) {
        LOG.log(System.Logger.Level.WARNING, () -> "not deregistered: " + answer.explanation());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "not deregistered: " + e);
    }
  }

  /** A registration on its way must not overtake the good-bye: it would bring the worker back. */
  private void endRegistrations() {
    registrations.stop();
    registering
        .completeOnTimeout(null, LAST_REGISTRATION.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failed -> null)
        .join();
  }
}
