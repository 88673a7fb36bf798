package org.dffmpeg.common.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.testing.SignatureVectors;
import org.dffmpeg.common.testing.SignatureVectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PROTOCOL 21.1, the negative ones included. */
class SignatureVectorsTest {
  private static final Clock CLOCK = Clock.fixed(SignatureVectors.TIME, ZoneOffset.UTC);
  private static final SignatureVerifier VERIFIER = new SignatureVerifier(CLOCK);
  private static final Vector SECOND = SignatureVectors.ALL.get(1);

  static List<Vector> vectors() {
    return SignatureVectors.ALL;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_vector_has_its_hash_and_its_signature(Vector vector) {
    RequestSigner signer = new RequestSigner(new ClientId("c"), SignatureVectors.KEY, CLOCK);
    SignedHeaders headers = signer.sign(vector.method(), vector.path(), vector.bodyBytes());

    assertThat(canonical(vector).bodySha256()).isEqualTo(vector.bodySha256());
    assertThat(headers.timestamp()).isEqualTo(SignatureVectors.TIMESTAMP);
    assertThat(headers.signature()).isEqualTo(vector.signature());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_vector_is_found_valid(Vector vector) {
    assertThat(VERIFIER.check(SignatureVectors.KEY, canonical(vector), vector.signature()))
        .isInstanceOf(SignatureCheck.Valid.class);
  }

  @Test
  void the_canonical_text_is_that_of_the_protocol() {
    assertThat(new String(canonical(SignatureVectors.ALL.get(0)).bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "GET|/poll/worker|1767225600|"
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void another_timestamp_is_a_mismatch() {
    CanonicalRequest later = CanonicalRequest.of("GET", "/jobs", "1767225601", new byte[0]);

    assertThat(VERIFIER.check(SignatureVectors.KEY, later, SECOND.signature()))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @Test
  void a_method_in_small_letters_is_another_text() {
    CanonicalRequest small =
        new CanonicalRequest(
            "get", "/jobs", SignatureVectors.TIMESTAMP, canonical(SECOND).bodySha256());

    assertThat(VERIFIER.check(SignatureVectors.KEY, small, SECOND.signature()))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @Test
  void the_path_base_is_not_signed() {
    Clock seen = Clock.fixed(Instant.ofEpochSecond(1_795_378_206), ZoneOffset.UTC);
    RequestSigner signer = new RequestSigner(new ClientId("c"), SignatureVectors.KEY, seen);

    assertThat(signer.sign("GET", "/jobs", new byte[0]).signature())
        .isEqualTo("I9KKrNPBiiIC0lR7R/3mbA883D6BoxwgUai82KhZ8vo=");
  }

  @Test
  void another_key_is_a_mismatch() {
    SigningKey other = SigningKey.ofBase64("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    assertThat(VERIFIER.check(other, canonical(SECOND), SECOND.signature()))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @Property
  void one_flipped_bit_anywhere_breaks_the_signature(
      @ForAll @IntRange(max = 7) int number, @ForAll @IntRange(max = 10_000) int position) {
    Vector vector = SignatureVectors.ALL.get(number);
    byte[] canonical = canonical(vector).bytes();
    byte[] flipped = flipped(canonical, position);
    String[] parts = new String(flipped, StandardCharsets.ISO_8859_1).split("\\|", -1);

    if (parts.length == 4) { // else it is no request at all any more
      CanonicalRequest request = new CanonicalRequest(parts[0], parts[1], parts[2], parts[3]);
      assertThat(VERIFIER.check(SignatureVectors.KEY, request, vector.signature()))
          .isInstanceOf(SignatureCheck.Mismatch.class);
    }
  }

  @Property
  void one_flipped_bit_of_the_body_breaks_the_signature(
      @ForAll @IntRange(min = 3, max = 6) int number,
      @ForAll @IntRange(max = 10_000) int position) {
    Vector vector = SignatureVectors.ALL.get(number);
    byte[] body = flipped(vector.bodyBytes(), position);
    CanonicalRequest request =
        CanonicalRequest.of(vector.method(), vector.path(), SignatureVectors.TIMESTAMP, body);

    assertThat(VERIFIER.check(SignatureVectors.KEY, request, vector.signature()))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  private static byte[] flipped(byte[] bytes, int position) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length);
    copy[position / 8 % copy.length] ^= (byte) (1 << position % 8);
    return copy;
  }

  private static CanonicalRequest canonical(Vector vector) {
    return CanonicalRequest.of(
        vector.method(), vector.path(), SignatureVectors.TIMESTAMP, vector.bodyBytes());
  }
}
