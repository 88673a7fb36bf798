package org.dffmpeg.coordinator.core;

/** Stands in for a body that is being written. */
public final class Unwritten {
  private Unwritten() {}

  /** Fails. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static <T> T yet() {
    if (System.nanoTime() == 0) {
      throw new IllegalStateException();
    }
    throw new UnsupportedOperationException("being written");
  }
}
