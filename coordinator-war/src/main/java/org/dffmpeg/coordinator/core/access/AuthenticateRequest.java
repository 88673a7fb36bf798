package org.dffmpeg.coordinator.core.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignatureVerifier;
import org.dffmpeg.common.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides who sent a request (PROTOCOL 3). Nothing of it is parsed before the signature over its
 * raw bytes was found right.
 *
 * <ul>
 *   <li>Every refusal has the same text, so that it tells neither whether a name exists nor whether
 *       an address fits; an unknown name costs the same work as a wrong key, for it is checked
 *       against a key that nobody has. The one exception is a right signature with a wrong clock:
 *       its sender knows the key and is told the skew.
 *   <li>Only failures are counted, per source; who signs correctly never waits for others.
 *   <li>The log gets the cause of a refusal, and never a signature.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class AuthenticateRequest {
  private static final Logger LOG = System.getLogger(AuthenticateRequest.class.getName());
  private static final Problem REFUSAL =
      new Problem(ProblemCode.UNAUTHENTICATED, "Authentication failed");

  private final KnownIdentities identities;
  private final TrustedProxies proxies;
  private final SignatureVerifier verifier;
  private final Predicate<String> firstUse;
  private final FailureLimiter failures;
  private final SigningKey nobodysKey = SigningKey.random(new SecureRandom());

  /**
   * Starts with nobody having failed.
   *
   * @param clock the host's clock: it judges signature windows only
   * @param firstUse remembers signatures (a {@code ReplayMemory}): false for one that was used
   */
  public AuthenticateRequest(
      KnownIdentities identities,
      TrustedProxies proxies,
      Clock clock,
      Predicate<String> firstUse,
      FailureLimiter failures) {
    this.identities = identities;
    this.proxies = proxies;
    this.verifier = new SignatureVerifier(clock);
    this.firstUse = firstUse;
    this.failures = failures;
  }

  /** Looks at the signature, the name behind it, the address, the clock and the replays. */
  public AuthDecision run(PresentedRequest request) {
    Attempt attempt = new Attempt(request, proxies.sourceOf(request).orElse(null));
    return Credentials.of(request)
        .map(credentials -> check(attempt, credentials))
        .orElseGet(() -> refuse(attempt, "no complete signature"));
  }

  private AuthDecision check(Attempt attempt, Credentials credentials) {
    Optional<KnownIdentity> named = identities.find(credentials.clientId());
    SignatureCheck check =
        verifier.check(
            named.map(KnownIdentity::key).orElse(nobodysKey),
            attempt.request().canonical(credentials.timestamp()),
            credentials.signature());
    String name = Printable.of(credentials.clientId().value());
    if (named.isEmpty()) {
      return refuse(attempt, "there is no " + name);
    }
    KnownIdentity known = named.get();
    return check.fold(
        valid -> admit(attempt, known, credentials),
        stale -> known.mayComeFrom(attempt.source()) ? wrongClock(stale) : outside(attempt, name),
        mismatch -> refuse(attempt, "wrong signature of " + name));
  }

  private AuthDecision admit(Attempt attempt, KnownIdentity known, Credentials credentials) {
    String name = Printable.of(credentials.clientId().value());
    if (!known.mayComeFrom(attempt.source())) {
      return outside(attempt, name);
    }
    return attempt.request().onlyOnce() && !firstUse.test(credentials.signature())
        ? refuse(attempt, name + " sent the same before")
        : new AuthDecision.Admitted(known.identity().caller());
  }

  private AuthDecision outside(Attempt attempt, String name) {
    return refuse(attempt, "the address is outside the scope of " + name);
  }

  private static AuthDecision wrongClock(SignatureCheck.Stale stale) {
    long seconds = stale.skew().toSeconds();
    String text =
        "The sender's clock is %d s %s the coordinator's (signed at %s, here it is %s); at most %d s are allowed: set the clocks right"
            .formatted(
                Math.abs(seconds),
                seconds < 0 ? "behind" : "ahead of",
                stale.signedAt(),
                stale.now().truncatedTo(ChronoUnit.SECONDS),
                SignatureVerifier.WINDOW.toSeconds());
    return new AuthDecision.Denied(new Problem(ProblemCode.STALE_TIMESTAMP, text));
  }

  private AuthDecision refuse(Attempt attempt, String cause) {
    Optional<Duration> wait = attempt.countedBy().flatMap(failures::recordFailure);
    if (wait.isPresent()) {
      return throttled(wait.get());
    }
    LOG.log(Level.INFO, () -> "refused " + Printable.of(attempt.toString()) + ": " + cause);
    return new AuthDecision.Denied(REFUSAL);
  }

  private static AuthDecision throttled(Duration wait) {
    Duration wholeSeconds = Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    String text =
        "Too many failed authentications from this address; wait %d s"
            .formatted(wholeSeconds.toSeconds());
    return new AuthDecision.Throttled(
        new Problem(ProblemCode.TOO_MANY_FAILURES, text), wholeSeconds);
  }

  /**
   * A request and where it came from.
   *
   * @param source null if that is not an IP literal, which is inside no scope (PROTOCOL 3.4)
   */
  private record Attempt(PresentedRequest request, @Nullable InetAddress source) {

    /** A proxy that forwards nonsense is counted itself. */
    Optional<InetAddress> countedBy() {
      return source == null ? IpLiteral.parse(request.peer()) : Optional.of(source);
    }

    @Override
    public String toString() {
      return source == null || source.getHostAddress().equals(request.peer())
          ? request.toString()
          : request + " for " + source.getHostAddress();
    }
  }
}
