package org.dffmpeg.common.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dffmpeg.common.time.Sleeper;

/** Says what would have been slept, and moves the clock instead. Thread-safe. */
public final class RecordingSleeper implements Sleeper {
  private final MutableClock clock;
  private final List<Duration> slept = new CopyOnWriteArrayList<>();

  public RecordingSleeper(MutableClock clock) {
    this.clock = clock;
  }

  /** With a clock of its own that nobody looks at. */
  public RecordingSleeper() {
    this(new MutableClock());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted instead of sleeping " + duration);
    }
    slept.add(duration);
    clock.advance(duration);
  }

  /** Every sleep so far, in order. */
  public List<Duration> slept() {
    return List.copyOf(slept);
  }
}
