package org.dffmpeg.systemtest.legacy;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.wire.Credentials;

/** Checks a request in the order of PROTOCOL 3.4, with a different text for each fault. */
final class LegacyAuth {
  private static final long WINDOW_SECONDS = 300;

  private final Clock clock;
  private final Map<String, Credentials> identities;

  LegacyAuth(Clock clock, Map<String, Credentials> identities) {
    this.clock = clock;
    this.identities = Map.copyOf(identities);
  }

  /** The refusal, or empty if the caller is who the header says. */
  Optional<LegacyAnswer> refuse(String method, String path, Headers headers, byte[] body) {
    String clientId = header(headers, "x-dffmpeg-client-id");
    String timestamp = header(headers, "x-dffmpeg-timestamp");
    String signature = header(headers, "x-dffmpeg-signature");
    long present = Stream.of(clientId, timestamp, signature).filter(t -> !t.isEmpty()).count();
    if (present == 0) {
      return Optional.of(LegacyAnswer.problem(401, "Authentication required"));
    }
    if (present < 3) {
      return Optional.of(LegacyAnswer.problem(401, "Incomplete HMAC authentication provided"));
    }
    Credentials identity = identities.get(clientId);
    if (identity == null) {
      return Optional.of(LegacyAnswer.problem(401, "Invalid user"));
    }
    if (!timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(LegacyAnswer.serverError());
    }
    long skew = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    boolean right = equal(identity.sign(method, path, timestamp, body), signature);
    return skew <= WINDOW_SECONDS && right
        ? Optional.empty()
        : Optional.of(LegacyAnswer.problem(401, "Invalid HMAC signature"));
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  static String header(Headers headers, String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }
}
