package org.dffmpeg.coordinator.surface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bodies of strangers cost. */
interface BodySurface extends Running {
  int MEBIBYTE = 1024 * 1024;

  /** More than the server has threads for requests. */
  int MANY = 64;

  @ParameterizedTest
  @CsvSource({
    "Content-Length, 1000, {, application/json",
    "Content-Length, 1000, a=, application/x-www-form-urlencoded",
    "Transfer-Encoding, chunked, 3e8, application/json",
    "Transfer-Encoding, chunked, 3e8, application/x-www-form-urlencoded"
  })
  default void an_unsigned_request_is_refused_although_its_body_never_comes(
      String announcement, String value, String begun, String type) {
    Map<String, String> headers = Map.of(announcement, value, "Content-Type", type);
    byte[] start = (begun + "\r\nx").getBytes(UTF_8);

    assertThat(surface().http().send("POST", "/jobs/submit", headers, start).status())
        .isEqualTo(401);
    assertThat(surface().http().send("POST", "/nothing", headers, start).status()).isEqualTo(404);
  }

  @Test
  default void bodies_that_do_not_come_hold_up_nobody() {
    Peer client = surface().peer("client");
    List<Exchange> slow = IntStream.range(0, MANY).mapToObj(i -> begin(client, 1000)).toList();

    assertThat(client.get("/jobs").status()).isEqualTo(200);
    assertThat(client.post("/jobs/submit", SignatureSurface.SUBMIT).status()).isEqualTo(200);

    slow.forEach(Exchange::close);
  }

  @Test
  default void a_body_that_comes_byte_by_byte_is_cut_off() {
    try (Exchange slow = begin(surface().peer("client"), 1000)) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> {
                slow.write(new byte[1]);
                return slow.isAnswered();
              });

      assertThat(slow.answer().status()).isEqualTo(408);
    }
  }

  @Test
  default void a_body_that_comes_in_pieces_is_taken() {
    Peer client = surface().peer("client");
    byte[] body = SignatureSurface.SUBMIT.getBytes(UTF_8);
    Map<String, String> headers = client.headers("POST", "/jobs/submit", SignatureSurface.SUBMIT);
    headers.put("Content-Length", Integer.toString(body.length));

    try (Exchange exchange = surface().http().begin("POST", "/jobs/submit", headers, new byte[0])) {
      for (byte piece : body) {
        exchange.write(new byte[] {piece});
      }
      assertThat(exchange.answer().status()).isEqualTo(200);
    }
  }

  @Test
  default void unfinished_bodies_share_a_bounded_room_which_comes_back() {
    Peer client = surface().peer("client");
    List<Exchange> large = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      large.add(begin(client, 16 * MEBIBYTE));
      large.get(i).write(new byte[15 * MEBIBYTE]);
    }

    await().until(() -> large.stream().anyMatch(Exchange::isAnswered));
    RawAnswer refusal =
        large.stream().filter(Exchange::isAnswered).findFirst().orElseThrow().answer();
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.header("Retry-After")).isPresent();

    large.forEach(Exchange::close);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        client.impostor().post("/jobs/submit", "x".repeat(15 * MEBIBYTE)).status())
                    .isEqualTo(401));
  }

  /** Signed by somebody who does not know the key: it could be anybody. */
  private Exchange begin(Peer client, int announced) {
    Map<String, String> headers = client.impostor().headers("POST", "/jobs/submit", "");
    headers.put("Content-Length", Integer.toString(announced));
    return surface().http().begin("POST", "/jobs/submit", headers, new byte[1]);
  }
}
