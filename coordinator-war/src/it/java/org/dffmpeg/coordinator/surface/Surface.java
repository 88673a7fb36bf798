package org.dffmpeg.coordinator.surface;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running coordinator as its peers see it. Immutable. */
record Surface(RawHttp http, Path dataDirectory) {
  private static final Pattern KEY = Pattern.compile("\"hmac_key\":\"([^\"]+)\"");
  private static final byte[] NOTHING = {};

  RawAnswer unsigned(String method, String target) {
    return http.send(method, target, Map.of(), NOTHING);
  }

  /** Only says that so much will come: the answer must not wait for it. */
  RawAnswer announcing(int bytes) {
    Map<String, String> length = Map.of("Content-Length", Integer.toString(bytes));
    return http.send("POST", "/jobs/submit", length, NOTHING);
  }

  /** Sends so much without saying so before. */
  RawAnswer inOneChunk(int bytes) {
    byte[] body =
        (Integer.toHexString(bytes) + "\r\n" + "x".repeat(bytes) + "\r\n0\r\n\r\n")
            .getBytes(US_ASCII);
    return http.send("POST", "/jobs/submit", Map.of("Transfer-Encoding", "chunked"), body);
  }

  /** Sends a header of that size. */
  RawAnswer withHeaderOf(int bytes) {
    return http.send("GET", "/health", Map.of("X-Long", "x".repeat(bytes)), NOTHING);
  }

  Peer localadmin() {
    try {
      String key = Files.readString(dataDirectory.resolve("localadmin.key")).strip();
      return new Peer(http, "localadmin", key, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new identity with these roles, as JSON texts separated by commas. */
  Peer peer(String... roles) {
    return peerFrom("0.0.0.0/0", roles);
  }

  /** A new identity that may come from there only. */
  Peer peerFrom(String cidr, String... roles) {
    String name = String.join("-", roles) + "-" + UUID.randomUUID();
    String body =
        "{\"client_id\":\"%s\",\"roles\":[\"%s\"],\"allowed_cidrs\":[\"%s\"]}"
            .formatted(name, String.join("\",\"", roles), cidr);
    RawAnswer answer = localadmin().post("/admin/users", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Matcher key = KEY.matcher(answer.body());
    assertThat(key.find()).isTrue();
    return new Peer(http, name, key.group(1), Clock.systemUTC());
  }
}
