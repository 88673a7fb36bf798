package org.dffmpeg.coordinator.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector of PROTOCOL 21.2, both ways. */
class FernetKeyTest {
  static final String KEY = "fernet:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  static final String TOKEN =
      "gAAAAABpVbkAAAECAwQFBgcICQoLDA0OD58kUfQMlk4BDIg3FlZgTGGvU3uI95oufzCq2Dg3sZrpNJQTJKKpVgPcyThw1W"
          + "-YpMIVI4Vz0LvLqshun3hoWD-10ypGtiuuxTkjwbMWpcQm";
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Instant TIME = Instant.ofEpochSecond(1767225600);

  private final FernetKey key = FernetKey.parse(KEY, Clock.fixed(TIME, ZoneOffset.UTC));

  @Test
  void the_vector_seals_to_its_token() {
    byte[] vector = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    assertThat(key.seal(SECRET, TIME, vector)).isEqualTo(TOKEN);
  }

  @Test
  void the_token_opens_to_its_secret() {
    assertThat(key.open(TOKEN)).isEqualTo(SECRET);
  }

  @Test
  void a_fresh_token_opens_too_and_the_key_does_not_show() {
    assertThat(key.open(key.seal(SECRET))).isEqualTo(SECRET);
    assertThat(key).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gAAA", "not base64!"})
  void other_text_is_no_token(String text) {
    assertThatThrownBy(() -> key.open(text)).hasMessageContaining("no Fernet token");
  }

  @Test
  void a_flipped_bit_is_noticed() {
    String changed = TOKEN.substring(0, 60) + "A" + TOKEN.substring(61);

    assertThatThrownBy(() -> key.open(changed)).hasMessageContaining("tampered");
  }
}
