package org.dffmpeg.client.link;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.dffmpeg.common.time.Backoff;

/**
 * When to try again, and after how long (K2). Immutable.
 *
 * @param backoff the pauses between tries
 * @param patience how long to go on, from the first try; zero means a single one
 */
public record RetryPolicy(Backoff backoff, Duration patience) {
  /** Long enough to be "until it works"; about thirty years. */
  public static final Duration FOR_EVER = Duration.ofDays(10_000);

  private static final Duration MOST_TOLD = Duration.ofSeconds(30);

  /** Quick first, then up to 5 s apart, spread so that many peers do not return at once. */
  public static final RetryPolicy USUAL =
      new RetryPolicy(
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.3), Duration.ofSeconds(30));

  /** One try. */
  public static final RetryPolicy ONCE = USUAL.withPatience(Duration.ZERO);

  /** The same pauses for so long. */
  public RetryPolicy withPatience(Duration most) {
    return new RetryPolicy(backoff, most);
  }

  /** Whether an exchange that broke may work later: not if the other side is not to be trusted. */
  static boolean isPassing(Exception failure) {
    return !(failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException);
  }

  /**
   * The pause before the next try, or empty if it is time to give up.
   *
   * @param failures so far, at least 1
   * @param spent since the first try
   * @param told what the other side asked for; heeded up to 30 s
   */
  Optional<Duration> pause(
      int failures, Duration spent, Optional<Duration> told, RandomGenerator random) {
    Duration own = backoff.delay(failures, random);
    Duration pause =
        told.map(t -> least(t, MOST_TOLD)).filter(t -> t.compareTo(own) > 0).orElse(own);
    return spent.plus(pause).compareTo(patience) > 0 ? Optional.empty() : Optional.of(pause);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
