package org.dffmpeg.coordinator.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireFormatException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a poll asks for (PROTOCOL 7). Immutable.
 *
 * @param waitSeconds as given; 0 if absent
 * @param streaming whether the peer takes NDJSON
 */
record PollQuery(int waitSeconds, Optional<MessageId> cursor, boolean streaming) {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(15);

  /** A peer's read timeout is a little more than its {@code wait}; beyond this it is a mistake. */
  private static final int MOST_SECONDS = 3600;

  static PollQuery of(HttpServletRequest request) throws WireFormatException {
    List<Violation> violations = new ArrayList<>();
    int wait = seconds(request.getParameter("wait"), violations);
    Optional<MessageId> cursor = cursor(request.getParameter("last_message_id"), violations);
    if (!violations.isEmpty()) {
      throw new WireFormatException(violations);
    }
    boolean streaming =
        Collections.list(request.getHeaders("Accept")).stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(NDJSON));
    return new PollQuery(wait, cursor, streaming);
  }

  /** How long a stream may be silent. */
  Duration keepAlive() {
    return waitSeconds <= 0 ? DEFAULT_KEEP_ALIVE : Duration.ofSeconds(waitSeconds);
  }

  /** How long a long poll may take. */
  Duration patience() {
    return Duration.ofSeconds(Math.max(0, waitSeconds));
  }

  String contentType() {
    return streaming ? NDJSON : "application/json";
  }

  private static int seconds(@Nullable String text, List<Violation> violations) {
    if (text == null) {
      return 0;
    }
    if (!text.matches("[+-]?[0-9]{1,9}")) {
      violations.add(
          new Violation(
              "int_parsing",
              List.of("query", "wait"),
              "Input should be a valid integer, unable to parse string as an integer",
              Quoted.of(text),
              Map.of()));
      return 0;
    }
    return Math.min(MOST_SECONDS, Integer.parseInt(text));
  }

  private static Optional<MessageId> cursor(@Nullable String text, List<Violation> violations) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<MessageId> id = MessageId.parse(text);
    if (id.isEmpty()) {
      violations.add(Quoted.badUlid(List.of("query", "last_message_id"), text));
    }
    return id;
  }
}
