package org.dffmpeg.common.id;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes ULIDs from an injected clock and random source. Thread-safe if its random source is.
 *
 * <p>Ids of one channel must strictly increase in commit order (DESIGN "Channels and messages"),
 * whatever the clocks of several coordinators say: {@link #messageIdAfter} gives max(now, last +
 * 1).
 */
public final class UlidFactory {
  private final Clock clock;
  private final RandomGenerator random;

  public UlidFactory(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public JobId jobId() {
    return new JobId(now().toString());
  }

  public LogId logId() {
    return new LogId(now().toString());
  }

  /**
   * An id greater than {@code last}: of this millisecond if that is later, else the very next one.
   */
  public MessageId messageIdAfter(Optional<MessageId> last) {
    Ulid fresh = now();
    Ulid next =
        last.map(id -> Ulid.from(id.value()).increment())
            .filter(n -> n.compareTo(fresh) > 0)
            .orElse(fresh);
    return new MessageId(next.toString());
  }

  /** The smallest message id of that instant: a cursor for "everything since". */
  public static MessageId firstMessageIdAt(Instant instant) {
    return new MessageId(new Ulid(instant.toEpochMilli() << 16, 0L).toString());
  }

  private Ulid now() {
    long millis = clock.millis();
    return new Ulid((millis << 16) | (random.nextLong() & 0xFFFF), random.nextLong());
  }
}
