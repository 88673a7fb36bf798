package org.dffmpeg.common.id;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * Makes ULIDs from an injected clock and random source. Ids of jobs and log entries strictly
 * increase per factory, also within a millisecond and when the clock goes back. Thread-safe if its
 * random source is.
 *
 * <p>Ids of one channel must strictly increase in commit order (DESIGN "Channels and messages"),
 * whatever the clocks of several coordinators say: {@link #messageIdAfter} gives max(now, last +
 * 1).
 */
public final class UlidFactory {
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicReference<Ulid> last = new AtomicReference<>(Ulid.MIN);

  public UlidFactory(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public JobId jobId() {
    return new JobId(rising().toString());
  }

  public LogId logId() {
    return new LogId(rising().toString());
  }

  public CoordinatorId coordinatorId() {
    return new CoordinatorId(rising().toString());
  }

  /**
   * An id greater than {@code last}: of this millisecond if that is later, else the very next one.
   */
  public MessageId messageIdAfter(Optional<MessageId> last) {
    Ulid fresh = now();
    Ulid next = last.map(id -> later(Ulid.from(id.value()), fresh)).orElse(fresh);
    return new MessageId(next.toString());
  }

  /** The smallest message id of that instant: a cursor for "everything since". */
  public static MessageId firstMessageIdAt(Instant instant) {
    return new MessageId(new Ulid(instant.toEpochMilli() << 16, 0L).toString());
  }

  /** When the job was created, by the clock of the coordinator that did. */
  public static Instant createdAt(JobId job) {
    return Ulid.getInstant(job.value());
  }

  private Ulid rising() {
    Ulid fresh = now();
    return last.accumulateAndGet(fresh, UlidFactory::later);
  }

  /** The fresh one, or the one next to the last if that is not older. */
  private static Ulid later(Ulid last, Ulid fresh) {
    return fresh.compareTo(last) > 0 ? fresh : last.increment();
  }

  private Ulid now() {
    long millis = clock.millis();
    return new Ulid((millis << 16) | (random.nextLong() & 0xFFFF), random.nextLong());
  }
}
