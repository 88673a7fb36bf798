package org.dffmpeg.client.api;

/** The coordinator knows no such job or worker. */
public final class NotFound extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The message says what was tried and what came back. */
  public NotFound(String message) {
    super(message);
  }
}
