package org.dffmpeg.client.api;

/** The client was closed while something was awaited. */
public final class ClientClosed extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The message says what was tried and what came back. */
  public ClientClosed(String message) {
    super(message);
  }
}
