package org.dffmpeg.client.link;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.RequestSigner;

/** Links to a stub, with valid defaults. */
final class Links {
  /** A source of chance that always says the middle. */
  static final RandomGenerator NO_CHANCE =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  private Links() {}

  static SignedHttp to(StubCoordinator coordinator) {
    return to(coordinator.url());
  }

  static SignedHttp to(URI url) {
    return to(url, Clock.systemUTC());
  }

  static SignedHttp to(URI url, Clock clock) {
    return to(List.of(url), clock);
  }

  /** To one after the other, as long as they cannot be reached. */
  static SignedHttp toAnyOf(URI... urls) {
    return to(List.of(urls), Clock.systemUTC());
  }

  private static SignedHttp to(List<URI> urls, Clock clock) {
    return new SignedHttp(
        new Endpoints(urls),
        new RequestSigner(new ClientId("client1"), StubCoordinator.KEY, clock),
        Optional.empty(),
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)),
        "test");
  }
}
