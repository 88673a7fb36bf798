package org.dffmpeg.client.api;

/** No coordinator answered within the patience; what was asked may or may not have happened. */
public final class CoordinatorUnreachable extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The message says what was tried and what came back. */
  public CoordinatorUnreachable(String message) {
    super(message);
  }

  /** As above, with what was thrown below. */
  public CoordinatorUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
