package org.dffmpeg.worker.logship;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dffmpeg.client.link.Ticker;

/**
 * Lines of one job between its output and the shipper, of bounded size (G2). Thread-safe: any
 * number of producers, one consumer.
 *
 * <p>When it is full, a producer waits while the consumer gets rid of batches; when it got rid of
 * none for {@link #PATIENCE}, the oldest lines go and are counted.
 */
public final class LogBuffer {
  /** How long the output may be held up: longer than a try to send, if nothing is answered. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int mostBytes;
  private final BatchSize batchSize;
  private final Ticker ticker;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int bytes;
  private long dropped;
  private boolean closed;
  private Duration lastProgress;
  private Duration oldestSince;

  /**
   * An empty buffer.
   *
   * @param mostBytes of text to keep, roughly
   */
  public LogBuffer(int mostBytes, BatchSize batchSize, Ticker ticker) {
    this.mostBytes = mostBytes;
    this.batchSize = batchSize;
    this.ticker = ticker;
    this.lastProgress = ticker.now();
    this.oldestSince = lastProgress;
  }

  /** What is taken at once. */
  public record Batch(List<Line> lines, long droppedBefore) {
    /** Copies. */
    public Batch {
      lines = List.copyOf(lines);
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
      return lines.isEmpty() && droppedBefore == 0;
    }
  }

  /** Adds a line; waits or drops as the class says. */
  public void add(Line line) {
    lock.lock();
    try {
      waitForRoom();
      while (bytes >= mostBytes) {
        bytes -= lines.removeFirst().bytes();
        dropped++;
      }
      if (lines.isEmpty()) {
        oldestSince = ticker.now();
      }
      lines.addLast(line);
      bytes += line.bytes();
      if (lines.size() == 1 || isBatchFull()) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** There will be no more lines. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there will be no more lines. */
  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there are and will be no more lines. */
  boolean isFinished() {
    lock.lock();
    try {
      return closed && lines.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The consumer gets rid of batches, though it takes none: those that it had. */
  void progressed() {
    lock.lock();
    try {
      lastProgress = ticker.now();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next lines: waits for the first, then for more until the batch is full, its window closes
   * or the buffer is closed. Taking also says that the batch before was got rid of.
   *
   * @param most how long to wait for the first
   * @return an empty batch if none came
   */
  public Batch take(Duration most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      lastProgress = ticker.now();
      changed.signalAll();
      waitForFirst(most);
      waitForMore();
      Batch batch = new Batch(removeBatch(), dropped);
      dropped = 0;
      lastProgress = ticker.now();
      changed.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Ends when there is room, or patience or the thread's time is over. */
  private void waitForRoom() {
    try {
      Duration left = patienceLeft();
      while (bytes >= mostBytes && !closed && !left.isNegative()) {
        changed.awaitNanos(left.toNanos());
        left = patienceLeft();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration patienceLeft() {
    return PATIENCE.minus(ticker.since(lastProgress));
  }

  private void waitForFirst(Duration most) throws InterruptedException {
    long nanos = most.toNanos();
    while (nanos > 0 && lines.isEmpty() && !closed) {
      nanos = changed.awaitNanos(nanos);
    }
  }

  private void waitForMore() throws InterruptedException {
    Duration left = batchSize.window().minus(ticker.since(oldestSince));
    long nanos = left.toNanos();
    while (nanos > 0 && !lines.isEmpty() && !closed && !isBatchFull()) {
      nanos = changed.awaitNanos(nanos);
    }
  }

  private boolean isBatchFull() {
    return lines.size() >= batchSize.lines() || bytes >= BatchSize.MOST_BYTES;
  }

  private List<Line> removeBatch() {
    List<Line> batch = new ArrayList<>();
    int size = 0;
    while (!lines.isEmpty() && batch.size() < batchSize.lines() && size < BatchSize.MOST_BYTES) {
      Line line = lines.removeFirst();
      size += line.bytes();
      batch.add(line);
    }
    bytes -= size;
    return batch;
  }
}
