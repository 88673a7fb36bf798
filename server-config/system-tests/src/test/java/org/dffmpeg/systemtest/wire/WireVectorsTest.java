package org.dffmpeg.systemtest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stubs' own signing and JSON against PROTOCOL 21.1, so that they can judge ours. */
class WireVectorsTest {
  private static final Credentials PEER =
      new Credentials("worker01", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final String TIMESTAMP = "1767225600";

  @ParameterizedTest
  @CsvSource({
    "GET, /poll/worker, c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAo=",
    "GET, /jobs, jpO9RYlNGgv/QgtAkcAkVOoLWt96RR7LBTyVBTh1muI=",
    "POST, /jobs/01KDVJ4R80041061050R3GG28A/accept, qQvYwvh0VIrd9c7ByhqphNrxVOuKYT3bvrZ6wkbdfSs=",
    "GET, /workers/a b, mgqG/vdHJjlPfezwcf4L1t2nmhpYpH9O1TqXMEDgKjg="
  })
  void empty_bodies_sign_as_the_protocol_says(String method, String path, String signature) {
    assertThat(PEER.sign(method, path, TIMESTAMP, new byte[0])).isEqualTo(signature);
  }

  @Test
  void python_formatting_and_escapes_give_the_signature_of_vector_6() {
    String compact =
        "{\"logs\":[{\"id\":\"01KDVJ4R80041061050R3GG28B\",\"stream\":\"stderr\","
            + "\"content\":\"h\u00e9llo \u2028 \ud83d\ude00\","
            + "\"timestamp\":\"2026-01-01T00:00:00.123456Z\"}]}";

    String body = PythonJson.dumps(PythonJson.parse(compact));

    assertThat(body).contains("\"h\\u00e9llo \\u2028 \\ud83d\\ude00\"").contains(", \"stream\": ");
    assertThat(
            PEER.sign(
                "POST",
                "/jobs/01KDVJ4R80041061050R3GG28A/logs",
                TIMESTAMP,
                body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("JhChs5aE8HDsOSFPRucDKwXSwUzfPw4nHIXNYyDBzUU=");
  }

  @Test
  void compact_text_keeps_characters_and_drops_spaces() {
    assertThat(PythonJson.compact(PythonJson.parse("{\"a\": [1, null, \"t\u00f6k\"]}")))
        .isEqualTo("{\"a\":[1,null,\"t\u00f6k\"]}");
  }
}
