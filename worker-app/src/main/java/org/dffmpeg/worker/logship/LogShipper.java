package org.dffmpeg.worker.logship;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.worker.spool.Delivery;
import org.dffmpeg.worker.spool.LineSpool;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * Brings a job's lines from its buffer to its spool, and from there to the coordinator. While that
 * takes them it is asked after each batch, so a slow one slows the output down; while it takes none
 * they gather in the spool. Ends when the buffer is closed and empty; what is in the spool then is
 * for others to deliver. Runs on its own thread.
 */
public final class LogShipper implements Runnable {
  private static final Backoff AFTER_FAILURE =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.3);
  private static final Duration NOTHING_DUE = Duration.ofHours(1);

  private final LogBuffer buffer;
  private final Delivery delivery;
  private final BooleanSupplier unwanted;
  private final Consumer<String> lost;
  private final Ticker ticker;
  private final RandomGenerator random;
  private Duration nextTry;
  private int failures;
  private boolean over;

  /**
   * A shipper that does not run yet.
   *
   * @param unwanted whether nobody wants lines any more
   * @param lost hears that the job is not ours any more
   */
  public LogShipper(
      LogBuffer buffer,
      Delivery delivery,
      BooleanSupplier unwanted,
      Consumer<String> lost,
      Ticker ticker,
      RandomGenerator random) {
    this.buffer = buffer;
    this.delivery = delivery;
    this.unwanted = unwanted;
    this.lost = lost;
    this.ticker = ticker;
    this.random = random;
    this.nextTry = ticker.now();
  }

  @Override
  public void run() {
    try {
      while (!buffer.isFinished()) {
        LogBuffer.Batch batch = buffer.take(untilNextTry());
        if (!batch.isEmpty() && isWanted()) {
          keep(batch);
        }
        deliverIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWanted() {
    return !over && !unwanted.getAsBoolean();
  }

  private Duration untilNextTry() {
    if (!delivery.hasLines()) {
      return NOTHING_DUE;
    }
    Duration left = nextTry.minus(ticker.now());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void keep(LogBuffer.Batch batch) {
    List<LogEntry> entries = batch.lines().stream().map(Line::toEntry).toList();
    if (!delivery.keep(entries, batch.droppedBefore())) {
      List<LogEntry> all = LineSpool.withDropped(batch.droppedBefore(), entries);
      note(delivery.send(all, () -> !isWanted()));
    }
  }

  private void deliverIfDue() {
    while (isDue()) {
      delivery.oldestLines(() -> true).ifPresent(this::note);
    }
  }

  /** The end of a job is on disk before the last of its output is sent. */
  private boolean isDue() {
    return delivery.hasLines()
        && isWanted()
        && !buffer.isClosed()
        && nextTry.compareTo(ticker.now()) <= 0;
  }

  private void note(Verdict verdict) {
    if (verdict instanceof Verdict.Unheard) {
      nextTry = ticker.now().plus(AFTER_FAILURE.delay(++failures, random));
    } else {
      failures = 0;
      buffer.progressed();
    }
    if (verdict instanceof Verdict.Lost gone) {
      over = true;
      lost.accept(gone.why());
    }
  }
}
