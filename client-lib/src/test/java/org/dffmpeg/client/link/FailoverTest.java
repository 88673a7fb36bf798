package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.client.testing.Call;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K6. */
class FailoverTest {
  private static final SignedRequest REQUEST = SignedRequest.post("/x");
  private static final Reply FINE = Reply.ok(CommandAnswer.OK);

  private final StubCoordinator one = StubCoordinator.start();
  private final StubCoordinator other = StubCoordinator.start();
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void serve() {
    one.answer("POST /x", FINE);
    other.answer("POST /x", FINE);
  }

  @AfterEach
  void close() {
    over.countDown();
    one.close();
    other.close();
  }

  @Test
  void a_coordinator_that_serves_is_the_only_one_asked() throws IOException {
    SignedHttp http = Links.toAnyOf(one.url(), other.url());

    http.send(REQUEST);
    http.send(REQUEST);

    assertThat(callsOf(one)).hasSize(2);
    assertThat(callsOf(other)).isEmpty();
  }

  @Test
  void where_nobody_listens_the_next_is_asked_at_once() throws IOException {
    one.close();

    assertThat(Links.toAnyOf(one.url(), other.url()).send(REQUEST).isOk()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void a_coordinator_that_does_not_serve_now_is_left_and_not_asked_again(int status)
      throws IOException {
    one.answer("POST /x", Reply.refusal(status, "away"));
    SignedHttp http = Links.toAnyOf(one.url(), other.url());

    assertThat(http.send(REQUEST).isOk()).isTrue();
    assertThat(http.send(REQUEST).isOk()).isTrue();

    assertThat(callsOf(one)).hasSize(1);
    assertThat(callsOf(other)).hasSize(2);
  }

  @Test
  void a_coordinator_that_does_not_answer_in_time_is_left() throws IOException {
    one.answer("POST /x", call -> inTheEnd());
    SignedHttp http = Links.toAnyOf(one.url(), other.url()).withReadTimeout(Duration.ofMillis(200));

    assertThat(http.send(REQUEST).isOk()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500})
  void an_answer_of_a_coordinator_that_serves_is_the_answer(int status) throws IOException {
    one.answer("POST /x", Reply.refusal(status, "no"));

    assertThat(Links.toAnyOf(one.url(), other.url()).send(REQUEST).status()).isEqualTo(status);
    assertThat(callsOf(other)).isEmpty();
  }

  @Test
  void each_is_tried_once_and_the_last_answer_counts() throws IOException {
    one.answer("POST /x", Reply.refusal(503, "away"));
    other.answer("POST /x", Reply.refusal(503, "away too"));

    Answer answer = Links.toAnyOf(one.url(), other.url()).send(REQUEST);

    assertThat(answer.explanation()).isEqualTo("away too (503)");
    assertThat(callsOf(one)).hasSize(1);
    assertThat(callsOf(other)).hasSize(1);
  }

  @Test
  void after_the_last_comes_the_first_again() throws IOException {
    SignedHttp http = Links.toAnyOf(one.url(), other.url());
    one.answer("POST /x", Reply.refusal(503, "away"));
    http.send(REQUEST);
    one.answer("POST /x", FINE);
    other.answer("POST /x", Reply.refusal(503, "away"));

    assertThat(http.send(REQUEST).isOk()).isTrue();
    assertThat(http.endpoints().current()).hasToString(one.url().toString());
  }

  @Test
  void when_none_can_be_reached_all_are_named() {
    one.close();
    other.close();
    SignedHttp http = Links.toAnyOf(one.url(), other.url());

    assertThatThrownBy(() -> http.send(REQUEST)).isInstanceOf(IOException.class);
    assertThat(http.endpoints()).hasToString(one.url() + ", " + other.url());
  }

  @Test
  void who_left_it_later_does_not_leave_its_successor() {
    Endpoints endpoints = new Endpoints(List.of(URI.create("http://a"), URI.create("http://b")));
    Endpoint first = endpoints.current();

    endpoints.leave(first);
    endpoints.leave(first);

    assertThat(endpoints.current()).hasToString("http://b");
  }

  private static List<Call> callsOf(StubCoordinator coordinator) {
    return coordinator.calls("POST /x");
  }

  private Reply inTheEnd() {
    try {
      over.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FINE;
  }
}
