package org.dffmpeg.client.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.link.Endpoints;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.client.link.Receivers;
import org.dffmpeg.client.link.RetryPolicy;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.Timeouts;
import org.dffmpeg.client.link.Trust;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.common.transport.TransportName;

/** The composition root of a client: who uses whom, with the real clock, chance and waiting. */
public final class ClientWiring {
  private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Sleeper SLEEPER = new RealSleeper();

  private ClientWiring() {}

  static JobClient client(ClientSettings settings, ClientListener listener) {
    SignedHttp http = http(settings);
    CoordinatorCalls calls = calls(http, settings);
    Events events = new Events();
    ClientThreads threads = ClientThreads.start(events);
    Receivers receivers = new Receivers(http, transports(settings), SLEEPER, RANDOM);
    return new DefaultJobClient(
        calls,
        new Submission(settings, new UlidFactory(CLOCK, RANDOM)),
        new Watches(receivers, http, calls, threads),
        events,
        threads,
        listener);
  }

  private static TransportSettings transports(ClientSettings settings) {
    return new TransportSettings(
        List.of(TransportName.HTTP_POLLING), settings.pollWait(), settings.streaming());
  }

  /** The calls alone, without threads: for tools that only ask, such as the admin's. */
  public static CoordinatorCalls calls(ClientSettings settings) {
    return calls(http(settings), settings);
  }

  private static CoordinatorCalls calls(SignedHttp http, ClientSettings settings) {
    RetryPolicy policy = RetryPolicy.USUAL.withPatience(settings.patience());
    return new CoordinatorCalls(
        new RetryingHttp(http, SLEEPER, () -> Duration.ofNanos(System.nanoTime()), RANDOM), policy);
  }

  private static SignedHttp http(ClientSettings settings) {
    return new SignedHttp(
        new Endpoints(settings.coordinators()),
        new RequestSigner(settings.clientId(), settings.key(), CLOCK),
        settings.caFile().map(ClientWiring::trust),
        Timeouts.USUAL,
        "dffmpeg-java");
  }

  private static SSLSocketFactory trust(Path pem) {
    try {
      return Trust.inCertificatesOf(pem);
    } catch (IOException e) {
      throw new IllegalArgumentException("CA file: " + e.getMessage(), e);
    }
  }
}
