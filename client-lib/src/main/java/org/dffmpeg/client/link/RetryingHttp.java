package org.dffmpeg.client.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.time.Sleeper;

/** Signed exchanges, tried again as long as a policy says. Thread-safe. */
public final class RetryingHttp {
  private static final System.Logger LOG = System.getLogger(RetryingHttp.class.getName());

  private final SignedHttp http;
  private final Sleeper sleeper;
  private final Ticker ticker;
  private final RandomGenerator random;

  /** Tries through {@code http}. */
  public RetryingHttp(SignedHttp http, Sleeper sleeper, Ticker ticker, RandomGenerator random) {
    this.http = http;
    this.sleeper = sleeper;
    this.ticker = ticker;
    this.random = random;
  }

  /** Whom it talks to, for messages. */
  public Endpoints endpoints() {
    return http.endpoints();
  }

  /** As {@link #send(SignedRequest, RetryPolicy, BooleanSupplier)}, never abandoned. */
  public Answer send(SignedRequest request, RetryPolicy policy)
      throws IOException, InterruptedException {
    return send(request, policy, () -> false);
  }

  /**
   * Sends until an answer comes that will not change by itself, or the policy gives up, or the
   * request must not be repeated.
   *
   * @param abandoned asked before every repetition: true ends the trying
   * @return the last answer; may be a 5xx or 429 if the policy gave up on it
   * @throws IOException the last failure, if the policy gave up without an answer
   */
  public Answer send(SignedRequest request, RetryPolicy policy, BooleanSupplier abandoned)
      throws IOException, InterruptedException {
    Duration start = ticker.now();
    for (int failures = 1; ; failures++) {
      Try last = attempt(request);
      Optional<Duration> pause =
          last.mayBeRepeated(request) && !abandoned.getAsBoolean()
              ? policy.pause(failures, ticker.since(start), last.told(), random)
              : Optional.empty();
      if (pause.isEmpty()) {
        return last.get();
      }
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> request + ": " + last + "; again in " + pause.get().toMillis() + " ms");
      sleeper.sleep(pause.get());
    }
  }

  private Try attempt(SignedRequest request) {
    try {
      return new Answered(http.send(request));
    } catch (IOException e) {
      return new Broken(e);
    }
  }

  /** How one exchange went. */
  private sealed interface Try {
    boolean mayBeRepeated(SignedRequest request);

    Optional<Duration> told();

    Answer get() throws IOException;
  }

  private record Answered(Answer answer) implements Try {
    @Override
    public boolean mayBeRepeated(SignedRequest request) {
      return answer.isPassing() && request.mayFollow(answer.status());
    }

    @Override
    public Optional<Duration> told() {
      return answer.retryAfter();
    }

    @Override
    public Answer get() {
      return answer;
    }

    @Override
    public String toString() {
      return "status " + answer.status();
    }
  }

  private record Broken(IOException failure) implements Try {
    @Override
    public boolean mayBeRepeated(SignedRequest request) {
      return RetryPolicy.isPassing(failure) && request.mayFollow(failure);
    }

    @Override
    public Optional<Duration> told() {
      return Optional.empty();
    }

    @Override
    public Answer get() throws IOException {
      throw failure;
    }

    @Override
    public String toString() {
      return failure.toString();
    }
  }
}
