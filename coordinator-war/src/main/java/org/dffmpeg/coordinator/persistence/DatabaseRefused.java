package org.dffmpeg.coordinator.persistence;

/**
 * The database cannot be used; the message is one line for the operator: what is wrong, what to do.
 */
public final class DatabaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseRefused(String message) {
    super(message);
  }

  public DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
