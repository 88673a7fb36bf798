package org.dffmpeg.common.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;

/** Ids 1, 2, 3 … for tests that name what they expect. Thread-safe. */
public final class SequentialIds {
  private final AtomicLong last = new AtomicLong();

  public JobId nextJob() {
    return job(last.incrementAndGet());
  }

  public MessageId nextMessage() {
    return message(last.incrementAndGet());
  }

  public static JobId job(long number) {
    return new JobId(ulid(number));
  }

  public static MessageId message(long number) {
    return new MessageId(ulid(number));
  }

  public static LogId log(long number) {
    return new LogId(ulid(number));
  }

  /** Decimal digits are ULID digits too, and keep their order. */
  private static String ulid(long number) {
    String digits = Long.toString(number);
    return "0".repeat(26 - digits.length()) + digits;
  }
}
