package org.dffmpeg.client.api;

/**
 * The answer was not what PROTOCOL.md describes: something else listens there, or a version is too
 * old.
 */
public final class ProtocolMismatch extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The message says what was tried and what came back. */
  public ProtocolMismatch(String message) {
    super(message);
  }

  /** As above, with what was thrown below. */
  public ProtocolMismatch(String message, Throwable cause) {
    super(message, cause);
  }
}
