package org.dffmpeg.coordinator.core.cluster;

/**
 * Whether other coordinators serve beside this one, as far as it knows: read from the store with
 * every beat, and told by a newcomer itself. Thread-safe.
 */
public final class Company {
  private volatile boolean alone = true;

  /** Nobody would hear a bulletin. */
  public boolean isAlone() {
    return alone;
  }

  void isNow(boolean aloneNow) {
    alone = aloneNow;
  }
}
