package org.dffmpeg.coordinator.core.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/**
 * Gathers what the other coordinators shall hear and sends it, one bulletin at a time and at most
 * one in {@link #GAP} (N3). Thread-safe; no method blocks.
 */
public final class BulletinBoard {
  static final Duration GAP = Duration.ofMillis(5);

  private static final Logger LOG = System.getLogger(BulletinBoard.class.getName());

  private final CoordinatorId self;
  private final Broadcast broadcast;
  private final Sleeper sleeper;
  private final Supplier<Duration> monotonicTime;
  private final Pump pump;
  private final Set<String> items = ConcurrentHashMap.newKeySet();
  private Duration mayBeSentAt;

  /**
   * An empty board.
   *
   * @param self signs the bulletins
   * @param executor sends them
   */
  public BulletinBoard(
      CoordinatorId self,
      Broadcast broadcast,
      Executor executor,
      Sleeper sleeper,
      Supplier<Duration> monotonicTime) {
    this.self = self;
    this.broadcast = broadcast;
    this.sleeper = sleeper;
    this.monotonicTime = monotonicTime;
    this.pump = new Pump(this::send, executor);
    this.mayBeSentAt = monotonicTime.get();
  }

  /** This coordinator has just come. */
  void greet() {
    post(Bulletin.HELLO);
  }

  /** The channel has a new message. */
  void post(Channel channel) {
    post(Bulletin.itemOf(channel));
  }

  /** There may be something to assign. */
  void postWork() {
    post(Bulletin.WORK);
  }

  private void post(String item) {
    items.add(item);
    pump.signal();
  }

  /** Run by the pump: never twice at once. */
  private void send() {
    try {
      pause();
      List<String> taken = new ArrayList<>(items);
      // What is posted again between these two lines was committed before the bulletin goes out.
      taken.forEach(items::remove);
      if (!taken.isEmpty()) {
        broadcast.send(Bulletin.of(self, taken).text());
        mayBeSentAt = monotonicTime.get().plus(GAP);
      }
    } catch (StoreUnavailable lost) {
      LOG.log(Level.DEBUG, () -> "a bulletin was not sent: " + lost.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    Duration left = mayBeSentAt.minus(monotonicTime.get());
    if (!left.isNegative() && !left.isZero()) {
      sleeper.sleep(left);
    }
  }
}
