package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.SignedHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String SIGNATURE = "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAo=";

  private final Map<String, List<String>> headers = new HashMap<>();

  CredentialsTest() {
    headers.put(SignedHeaders.CLIENT_ID, List.of("worker01"));
    headers.put(SignedHeaders.TIMESTAMP, List.of("1767225600"));
    headers.put(SignedHeaders.SIGNATURE, List.of(SIGNATURE));
  }

  @Test
  void the_three_headers_are_read() {
    assertThat(Credentials.of(request()))
        .contains(new Credentials(new ClientId("worker01"), "1767225600", SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SignedHeaders.CLIENT_ID, SignedHeaders.TIMESTAMP, SignedHeaders.SIGNATURE})
  void a_header_that_is_missing_empty_or_repeated_makes_none(String name) {
    List<String> before = headers.remove(name);
    assertThat(Credentials.of(request())).isEmpty();

    headers.put(name, List.of(""));
    assertThat(Credentials.of(request())).isEmpty();

    headers.put(name, List.of(before.get(0), before.get(0)));
    assertThat(Credentials.of(request())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "1767225600.0",
        "+1767225600",
        " 1767225600",
        "0x10",
        "1e9",
        "１７６７２２５６００",
        "9223372036854775807",
        "-9223372036854775808"
      })
  void a_timestamp_that_is_no_sensible_integer_makes_none(String timestamp) {
    headers.put(SignedHeaders.TIMESTAMP, List.of(timestamp));

    assertThat(Credentials.of(request())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ünïcode", "AAAA", "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAo!", "=", "-_-_"})
  void a_signature_that_is_no_base64_of_32_bytes_makes_none(String signature) {
    headers.put(SignedHeaders.SIGNATURE, List.of(signature));

    assertThat(Credentials.of(request())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAo",
        "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAp=",
        "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAr="
      })
  void other_spellings_of_a_signature_are_the_same_signature(String signature) {
    headers.put(SignedHeaders.SIGNATURE, List.of(signature));

    assertThat(Credentials.of(request())).map(Credentials::signature).contains(SIGNATURE);
  }

  @Test
  void a_name_longer_than_any_store_keeps_makes_none() {
    headers.put(SignedHeaders.CLIENT_ID, List.of("x".repeat(256)));

    assertThat(Credentials.of(request())).isEmpty();
  }

  @Test
  void the_signature_is_not_printed() {
    assertThat(Credentials.of(request()).orElseThrow().toString()).doesNotContain("c4tx");
  }

  private PresentedRequest request() {
    return new PresentedRequest(
        "GET",
        "/jobs",
        name -> headers.getOrDefault(name, List.of()),
        "127.0.0.1",
        new byte[0],
        false);
  }
}
