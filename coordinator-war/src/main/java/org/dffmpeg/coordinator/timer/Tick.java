package org.dffmpeg.coordinator.timer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Runs a body at every tick, whatever happened at the last one (R1, R2). Confined to one timer,
 * whose ticks the container does not let overlap.
 */
public final class Tick {
  private static final Logger LOG = System.getLogger(Tick.class.getName());

  private final String name;
  private final Runnable body;
  private boolean failing;

  /**
   * Nothing runs yet.
   *
   * @param name what the body does, for the log
   */
  public Tick(String name, Runnable body) {
    this.name = name;
    this.body = body;
  }

  /** Runs the body once. */
  public void run() {
    try {
      body.run();
      if (failing) {
        failing = false;
        LOG.log(Level.INFO, () -> name + " works again");
      }
    } catch (StoreUnavailable e) {
      failed(() -> e.getMessage(), null);
    } catch (RuntimeException e) {
      failed(e::toString, e);
    }
  }

  /**
   * Tells the first failure of a row.
   *
   * @param bug null for what happens in a healthy program
   */
  private void failed(Supplier<@Nullable String> why, @Nullable Throwable bug) {
    Level level = failing ? Level.DEBUG : Level.WARNING;
    failing = true;
    LOG.log(level, () -> name + " failed, the next tick tries again: " + why.get(), bug);
  }
}
