package org.dffmpeg.client.api;

/**
 * The coordinator does not know this identity or key, the clocks are too far apart, or the role
 * does not allow it.
 */
public final class NotAuthorized extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The message says what was tried and what came back. */
  public NotAuthorized(String message) {
    super(message);
  }
}
