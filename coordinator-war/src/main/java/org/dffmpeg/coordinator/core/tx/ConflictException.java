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
}
