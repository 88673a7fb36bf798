package org.dffmpeg.coordinator.stores;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;

/** Remembers who was woken. Thread-safe. */
public final class RecordingBus implements WakeupBus {
  private final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final AtomicInteger work = new AtomicInteger();

  @Override
  public void messageStored(Channel channel) {
    channels.add(channel);
  }

  @Override
  public void workAvailable() {
    work.incrementAndGet();
  }

  /** The channels that were woken since the last question. */
  public List<Channel> channels() {
    List<Channel> seen = List.copyOf(channels);
    channels.clear();
    return seen;
  }

  /** How often work was announced since the last question. */
  public int work() {
    return work.getAndSet(0);
  }
}
