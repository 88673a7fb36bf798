package org.dffmpeg.common.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SignatureVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
  private final MutableClock clock = new MutableClock();
  private final SignatureVerifier verifier = new SignatureVerifier(clock);
  private final RequestSigner signer =
      new RequestSigner(new ClientId("c"), SignatureVectors.KEY, clock);

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void a_signature_is_valid_within_300_seconds_to_either_side(long seconds) {
    assertThat(checkAfter(seconds)).isInstanceOf(SignatureCheck.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 86_400, -86_400})
  void beyond_that_it_is_stale_and_says_by_how_much(long seconds) {
    assertThat(checkAfter(seconds))
        .isEqualTo(
            new SignatureCheck.Stale(
                MutableClock.START,
                MutableClock.START.plusSeconds(seconds),
                Duration.ofSeconds(-seconds)));
  }

  @Test
  void a_wrong_signature_is_a_mismatch_however_stale() {
    SignedHeaders headers = signer.sign("GET", "/jobs", new byte[0]);
    clock.advance(Duration.ofDays(1));

    assertThat(check("GET", "/workers", headers)).isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "1.5",
        "-1",
        "+1767225600",
        "1767225600 ",
        "٣",
        "9223372036854775807",
        "99999999999999999999999"
      })
  void a_timestamp_that_is_no_number_of_seconds_is_a_mismatch(String timestamp) {
    CanonicalRequest request = CanonicalRequest.of("GET", "/jobs", timestamp, new byte[0]);
    String signature =
        Base64.getEncoder().encodeToString(Signature.of(SignatureVectors.KEY, request));

    assertThat(verifier.check(SignatureVectors.KEY, request, signature))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "ü", "====", "AAAA", "c4txgmhqL_QEQf3cccLBvFS_jPpAHIA9kLfVGNZIkAo="})
  void a_signature_that_is_no_base64_is_a_mismatch(String signature) {
    CanonicalRequest request =
        CanonicalRequest.of("GET", "/poll/worker", SignatureVectors.TIMESTAMP, new byte[0]);

    assertThat(verifier.check(SignatureVectors.KEY, request, signature))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @Test
  void the_signature_does_not_print() {
    SignedHeaders headers = signer.sign("GET", "/jobs", new byte[0]);

    assertThat(headers.toString()).doesNotContain(headers.signature()).contains("c", "***");
  }

  @Test
  void each_outcome_has_its_branch() {
    assertThat(branch(checkAfter(0))).isEqualTo("valid");
    assertThat(branch(checkAfter(301))).isEqualTo("stale");
    assertThat(branch(new SignatureCheck.Mismatch())).isEqualTo("mismatch");
  }

  private static String branch(SignatureCheck check) {
    return check.fold(valid -> "valid", stale -> "stale", mismatch -> "mismatch");
  }

  private SignatureCheck checkAfter(long seconds) {
    clock.set(MutableClock.START);
    SignedHeaders headers = signer.sign("GET", "/jobs", new byte[0]);
    clock.advance(Duration.ofSeconds(seconds));
    return check("GET", "/jobs", headers);
  }

  private SignatureCheck check(String method, String path, SignedHeaders headers) {
    return verifier.check(
        SignatureVectors.KEY,
        CanonicalRequest.of(method, path, headers.timestamp(), new byte[0]),
        headers.signature());
  }
}
