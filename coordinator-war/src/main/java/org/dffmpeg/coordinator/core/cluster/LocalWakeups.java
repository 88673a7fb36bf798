package org.dffmpeg.coordinator.core.cluster;

import org.dffmpeg.coordinator.core.delivery.Channel;

/** Wakes those who wait in this process. Thread-safe; no method blocks or throws. */
public interface LocalWakeups {
  /** Those who listen to this channel. */
  void wake(Channel channel);

  /** The assignment of jobs. */
  void assign();

  /** Everybody: something may have been missed. */
  void wakeAll();
}
