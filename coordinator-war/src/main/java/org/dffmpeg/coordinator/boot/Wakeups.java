package org.dffmpeg.coordinator.boot;

import java.util.function.Supplier;
import org.dffmpeg.coordinator.core.cluster.LocalWakeups;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** From a commit, wherever it was, straight to who waits in this process. Thread-safe. */
final class Wakeups implements LocalWakeups {
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
  public void wake(Channel channel) {
    streams.wake(channel);
  }

  @Override
  public void assign() {
    assignment.get().signal();
  }

  @Override
  public void wakeAll() {
    streams.wakeAll();
    assign();
  }
}
