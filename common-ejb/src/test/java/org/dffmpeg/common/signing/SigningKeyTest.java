package org.dffmpeg.common.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.dffmpeg.common.testing.SignatureVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {

  @Test
  void a_key_survives_its_text() {
    assertThat(SigningKey.ofBase64(" " + SignatureVectors.KEY_TEXT + "\n").toBase64())
        .isEqualTo(SignatureVectors.KEY_TEXT);
    assertThat(SignatureVectors.KEY.bytes()).startsWith(0, 1, 2, 3).hasSize(32).endsWith(31);
  }

  @Test
  void a_random_key_has_32_bytes_and_no_text() {
    SigningKey key = SigningKey.random(new Random(1));

    assertThat(key.toBase64())
        .hasSize(44)
        .endsWith("=")
        .isNotEqualTo(SigningKey.random(new Random(2)).toBase64());
    assertThat(key).hasToString("***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG_ | old coordinators made for localadmin",
        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH | old coordinators made for localadmin",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8  | a text of 43 characters",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxw-_h8= | URL-safe base64 of 44 characters",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxw_-    | URL-safe base64 of 41 characters",
        "AAECAwQFBgcICQoLDA0ODw==                     | a text of 24 characters",
        "not a key                                    | a text of 9 characters"
      })
  void other_text_is_refused_with_what_it_is_but_not_quoted(String text, String what) {
    assertThatThrownBy(() -> SigningKey.ofBase64(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what)
        .hasMessageContaining("expected 44 characters of standard base64")
        .hasMessageNotContaining(text)
        .hasNoCause();
  }
}
