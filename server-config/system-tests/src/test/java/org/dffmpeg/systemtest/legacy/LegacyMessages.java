package org.dffmpeg.systemtest.legacy;

import com.github.f4b6a3.ulid.UlidCreator;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The messages table and its selection rules (PROTOCOL 7): without a cursor what was never marked
 * sent, with one everything greater; selecting marks sent before a byte is written. Thread-safe.
 */
final class LegacyMessages {
  private final Clock clock;
  private final List<LegacyMessage> stored = new ArrayList<>();

  LegacyMessages(Clock clock) {
    this.clock = clock;
  }

  synchronized void send(
      String type,
      String recipient,
      @Nullable String sender,
      @Nullable String jobId,
      JsonObject payload) {
    String id = UlidCreator.getMonotonicUlid().toString();
    stored.add(
        new LegacyMessage(id, sender, recipient, jobId, clock.instant(), null, type, payload));
    notifyAll();
  }

  synchronized List<LegacyMessage> select(
      String recipient, @Nullable String jobId, @Nullable String cursor) {
    List<LegacyMessage> selected = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      LegacyMessage message = stored.get(i);
      boolean wanted =
          cursor == null ? message.sentAt() == null : message.id().compareTo(cursor) > 0;
      if (wanted
          && message.recipient().equals(recipient)
          && (jobId == null || jobId.equals(message.jobId()))) {
        selected.add(message);
        stored.set(i, message.sent(clock.instant()));
      }
    }
    return selected;
  }

  /** As {@link #select}, but waits until there is something, or the time is over. */
  synchronized List<LegacyMessage> await(
      String recipient, @Nullable String jobId, @Nullable String cursor, Duration wait)
      throws InterruptedException {
    Instant end = clock.instant().plus(wait);
    List<LegacyMessage> selected = select(recipient, jobId, cursor);
    while (selected.isEmpty()) {
      long left = Duration.between(clock.instant(), end).toMillis();
      if (left <= 0) {
        return selected;
      }
      wait(left);
      selected = select(recipient, jobId, cursor);
    }
    return selected;
  }

  synchronized List<LegacyMessage> all(Predicate<LegacyMessage> wanted) {
    return stored.stream().filter(wanted).toList();
  }
}
