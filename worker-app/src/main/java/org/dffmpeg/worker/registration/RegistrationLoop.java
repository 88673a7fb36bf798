package org.dffmpeg.worker.registration;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.WorkerAccepted;
import org.dffmpeg.common.time.Backoff;

/**
 * The body of registration (PROTOCOL 11): says what this worker is, opens the channel it is given,
 * and again every interval; what its binaries can only when that is news to the coordinator.
 * Confined to one thread, but for {@link #drain} and {@link #suspend}.
 */
public final class RegistrationLoop {
  private static final System.Logger LOG = System.getLogger(RegistrationLoop.class.getName());
  private static final Duration MOST_FAILURE_PAUSE = Duration.ofSeconds(8);

  private final SignedHttp http;
  private final WorkerProfile profile;
  private final Supplier<Offer> offers;
  private final Channel channel;
  private final Duration jitter;
  private final RandomGenerator random;
  private final Backoff afterFailure = new Backoff(Duration.ofSeconds(1), MOST_FAILURE_PAUSE, 0.2);
  private volatile boolean draining;
  private volatile boolean suspended;
  private int failures;

  /** The hash of the capabilities that the coordinator has of this process. */
  private String told = "";

  /**
   * Registers with this profile.
   *
   * @param offers asked before each registration
   * @param jitter how far two registrations may be from the interval
   */
  public RegistrationLoop(
      SignedHttp http,
      WorkerProfile profile,
      Supplier<Offer> offers,
      Channel channel,
      Duration jitter,
      RandomGenerator random) {
    this.http = http;
    this.profile = profile;
    this.offers = offers;
    this.channel = channel;
    this.jitter = jitter;
    this.random = random;
  }

  /** From the next registration on this worker takes no more jobs. */
  public void drain() {
    draining = true;
  }

  /**
   * Whether this worker takes no more jobs for now, from the next registration on. It says that it
   * drains: the only word for that which every coordinator knows, and undone by the next.
   */
  public void suspend(boolean on) {
    suspended = on;
  }

  /** Registers once and says how long to wait before the next time. */
  public Duration tick() {
    RegisterWorker request = profile.registration(offers.get(), draining || suspended, told);
    Optional<String> problem = register(request);
    if (problem.isEmpty()) {
      failures = 0;
      boolean isAskedForMore = told.isEmpty() && request.capabilities() == null;
      return isAskedForMore ? Duration.ZERO : spread(profile.registrationInterval());
    }
    failures++;
    LOG.log(
        System.Logger.Level.WARNING,
        () -> "not registered with " + http.endpoints() + ": " + problem.get());
    Duration pause = afterFailure.delay(failures, random);
    return pause.compareTo(profile.registrationInterval()) < 0
        ? pause
        : profile.registrationInterval();
  }

  private Optional<String> register(RegisterWorker request) {
    Duration sentAt = channel.now();
    try {
      Answer answer = http.send(SignedRequest.post("/worker/register", request));
      return answer.isOk() ? listen(request, answer, sentAt) : Optional.of(answer.explanation());
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  private Optional<String> listen(RegisterWorker request, Answer answer, Duration sentAt) {
    try {
      WorkerAccepted accepted = answer.as(WorkerAccepted.class);
      String hash = request.capabilitiesHash();
      told = accepted.capabilitiesWanted() || hash == null ? "" : hash;
      Optional<String> path = accepted.transport().path();
      path.ifPresent(known -> channel.registered(known, sentAt));
      return path.isPresent() ? Optional.empty() : Optional.of("no channel offered");
    } catch (WireFormatException e) {
      return Optional.of("answer not understood: " + e.getMessage());
    }
  }

  private Duration spread(Duration interval) {
    long most = Math.min(interval.toMillis() / 2, jitter.toMillis());
    return interval.plusMillis(random.nextLong(-most, most + 1));
  }
}
