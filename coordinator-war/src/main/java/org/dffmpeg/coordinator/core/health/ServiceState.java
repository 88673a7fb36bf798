package org.dffmpeg.coordinator.core.health;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether this coordinator takes part: it does until it begins to shut down, and never again.
 * Thread-safe.
 */
public final class ServiceState {
  private final AtomicBoolean shuttingDown = new AtomicBoolean();

  /** From now on {@code /health} answers 503, so that load balancers look elsewhere. */
  public void beginShutdown() {
    shuttingDown.set(true);
  }

  public boolean isShuttingDown() {
    return shuttingDown.get();
  }
}
