package org.dffmpeg.coordinator.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dffmpeg.coordinator.core.delivery.Channel;

/**
 * Everybody who is listening at this moment, by channel. Thread-safe; no method blocks on a
 * listener.
 */
public final class OpenStreams {
  /** How often {@link #tick} is to be called. */
  public static final Duration TICK = Pace.TICK;

  private final ConcurrentHashMap<Channel, Set<Listener>> byChannel = new ConcurrentHashMap<>();
  private final Set<Listener> all = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /** Remembers a listener; one that comes while the coordinator is going is ended at once. */
  void add(Optional<Channel> channel, Listener listener) {
    all.add(listener);
    channel.ifPresent(
        known ->
            byChannel.compute(
                known,
                (key, listeners) -> {
                  Set<Listener> some =
                      listeners == null ? ConcurrentHashMap.newKeySet() : listeners;
                  some.add(listener);
                  return some;
                }));
    if (ending) {
      listener.end();
    }
  }

  void remove(Optional<Channel> channel, Listener listener) {
    all.remove(listener);
    if (ending) {
      synchronized (all) {
        all.notifyAll();
      }
    }
    channel.ifPresent(
        known ->
            byChannel.computeIfPresent(
                known,
                (key, listeners) -> {
                  listeners.remove(listener);
                  return listeners.isEmpty() ? null : listeners;
                }));
  }

  /** The channel has a new message. */
  public void wake(Channel channel) {
    byChannel.getOrDefault(channel, Set.of()).forEach(Listener::wake);
  }

  /** Every channel may have new messages. */
  public void wakeAll() {
    all.forEach(Listener::wake);
  }

  /**
   * Time has passed; to be called every {@link #TICK}.
   *
   * @param now a monotonic time since an arbitrary origin
   */
  public void tick(Duration now) {
    all.forEach(listener -> listener.tick(now));
  }

  /** Ends everybody, now and from now on. */
  public void endAll() {
    ending = true;
    all.forEach(Listener::end);
  }

  /**
   * Waits until nobody is left; after {@link #endAll}.
   *
   * @return false if the time was over first
   */
  public boolean awaitNone(Duration most) throws InterruptedException {
    synchronized (all) {
      long left = most.toMillis();
      long end = System.nanoTime() + most.toNanos();
      while (!all.isEmpty() && left > 0) {
        all.wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
      return all.isEmpty();
    }
  }

  boolean areEnding() {
    return ending;
  }

  public int count() {
    return all.size();
  }
}
