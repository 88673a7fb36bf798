package org.dffmpeg.coordinator.core.delivery;

/**
 * Tells those who wait that there is something to read. A hint: it may be lost, so listeners also
 * look for themselves now and then. Called after commit on the committing thread: implementations
 * return at once and do not throw. Thread-safe.
 */
public interface WakeupBus {
  /** The channel has a new message. */
  void messageStored(Channel channel);

  /** A job may have become assignable: submitted, put back, a slot freed, a worker came online. */
  void workAvailable();
}
