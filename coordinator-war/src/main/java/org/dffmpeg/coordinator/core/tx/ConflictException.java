package org.dffmpeg.coordinator.core.tx;

/** Somebody else was first: the unit must be rolled back and may be run again. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }

  public ConflictException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Nothing, if a compare-and-set came first.
   *
   * @param what what was to be changed
   * @throws ConflictException if it came second
   */
  public static void unless(boolean first, Object what) {
    if (!first) {
      throw new ConflictException("another was first at " + what);
    }
  }
}
