package org.dffmpeg.coordinator.core.tx;

/** The database cannot be reached. The same call may succeed later (503 with Retry-After). */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
