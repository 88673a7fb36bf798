package org.dffmpeg.coordinator.core.tx;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached. The same call may succeed later (503 with Retry-After). */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was wanted.
   *
   * @param cause null if nothing failed yet, but took too long
   */
  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
