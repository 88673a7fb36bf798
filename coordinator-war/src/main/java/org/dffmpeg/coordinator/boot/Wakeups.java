package org.dffmpeg.coordinator.boot;

import java.util.function.Supplier;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** The bus of a coordinator that is alone: from the commit straight to who waits. Thread-safe. */
final class Wakeups implements WakeupBus {
  private final OpenStreams streams;
  private final Supplier<Pump> assignment;

  /**
   * Knows who waits.
   *
   * @param assignment asked late, because assignment itself stores messages
   */
  Wakeups(OpenStreams streams, Supplier<Pump> assignment) {
    this.streams = streams;
    this.assignment = assignment;
  }

  @Override
  public void messageStored(Channel channel) {
    streams.wake(channel);
  }

  @Override
  public void workAvailable() {
    assignment.get().signal();
  }
}
