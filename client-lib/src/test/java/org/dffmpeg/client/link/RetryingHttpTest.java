package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.time.Backoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingHttpTest {
  private static final Backoff DOUBLING =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0);
  private static final RetryPolicy PATIENT = new RetryPolicy(DOUBLING, Duration.ofSeconds(60));
  private static final SignedRequest REQUEST = SignedRequest.post("/x");

  private final MutableClock clock = new MutableClock();
  private final RecordingSleeper sleeper = new RecordingSleeper(clock);
  private final Ticker ticker = () -> Duration.between(MutableClock.START, clock.instant());
  private final StubCoordinator coordinator = StubCoordinator.start();
  private final Deque<Reply> replies = new ArrayDeque<>();

  RetryingHttpTest() {
    coordinator.answer("POST /x", call -> replies.size() > 1 ? replies.pop() : replies.element());
  }

  @AfterEach
  void close() {
    coordinator.close();
  }

  @Test
  void what_must_not_be_done_twice_is_repeated_only_if_it_was_not_taken() throws Exception {
    replies.add(Reply.refusal(503, "x"));
    replies.add(Reply.refusal(500, "x"));
    replies.add(Reply.ok(CommandAnswer.OK));

    Answer answer = http(coordinator.url()).send(REQUEST.sentAtMostOnce(), PATIENT);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(coordinator.calls("POST /x")).hasSize(2);
  }

  @Test
  void what_may_pass_is_tried_again_with_growing_pauses() throws Exception {
    replies.add(Reply.refusal(500, "x"));
    replies.add(Reply.refusal(503, "x"));
    replies.add(Reply.refusal(429, "x"));
    replies.add(Reply.ok(CommandAnswer.OK));

    Answer answer = http(coordinator.url()).send(REQUEST, PATIENT);

    assertThat(answer.isOk()).isTrue();
    assertThat(sleeper.slept())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void another_4xx_is_an_answer_at_once() throws Exception {
    replies.add(Reply.refusal(404, "x"));

    assertThat(http(coordinator.url()).send(REQUEST, PATIENT).status()).isEqualTo(404);
    assertThat(sleeper.slept()).isEmpty();
  }

  @Test
  void the_last_answer_is_given_when_patience_ends() throws Exception {
    replies.add(Reply.refusal(503, "x"));

    Answer answer =
        http(coordinator.url()).send(REQUEST, PATIENT.withPatience(Duration.ofSeconds(4)));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(sleeper.slept()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void nobody_there_is_a_failure_when_patience_ends() {
    StubCoordinator gone = StubCoordinator.start();
    URI nobody = gone.url();
    gone.close();

    assertThatThrownBy(
            () -> http(nobody).send(REQUEST, PATIENT.withPatience(Duration.ofSeconds(4))))
        .isInstanceOf(IOException.class);
    assertThat(sleeper.slept()).hasSize(2);
  }

  @Test
  void a_longer_pause_is_kept_if_the_coordinator_asks_for_it() throws Exception {
    replies.add(Reply.refusal(503, "x").with("Retry-After", "9"));
    replies.add(Reply.ok(CommandAnswer.OK));

    http(coordinator.url()).send(REQUEST, PATIENT);

    assertThat(sleeper.slept()).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void a_pause_that_the_coordinator_asks_for_is_bounded() throws Exception {
    replies.add(Reply.refusal(503, "x").with("Retry-After", "86400"));
    replies.add(Reply.ok(CommandAnswer.OK));

    http(coordinator.url()).send(REQUEST, PATIENT);

    assertThat(sleeper.slept()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void an_abandoned_request_is_not_repeated() throws Exception {
    replies.add(Reply.refusal(503, "x"));

    Answer answer = http(coordinator.url()).send(REQUEST, PATIENT, () -> true);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(sleeper.slept()).isEmpty();
  }

  /** K1. */
  @Test
  void every_try_is_signed_anew() throws Exception {
    replies.add(Reply.refusal(503, "x"));
    replies.add(Reply.ok(CommandAnswer.OK));
    MutableClock signing = new MutableClock(Instant.now(Clock.systemUTC()));
    RetryingHttp http =
        new RetryingHttp(
            Links.to(coordinator.url(), signing), signing::advance, ticker, Links.NO_CHANCE);

    http.send(REQUEST, PATIENT);

    assertThat(coordinator.calls("POST /x"))
        .extracting(call -> Long.parseLong(call.header("x-dffmpeg-timestamp")))
        .satisfiesExactly(
            first -> assertThat(first).isPositive(),
            second -> assertThat(second).isEqualTo(signing.instant().getEpochSecond()));
    assertThat(coordinator.calls("POST /x"))
        .extracting(call -> call.header("x-dffmpeg-signature"))
        .doesNotHaveDuplicates();
  }

  private RetryingHttp http(URI url) {
    return new RetryingHttp(Links.to(url), sleeper, ticker, Links.NO_CHANCE);
  }
}
