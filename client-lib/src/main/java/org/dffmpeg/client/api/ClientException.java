package org.dffmpeg.client.api;

/**
 * Something was not done, or its outcome is not known. The message is one sentence fit for a user;
 * it never holds a key. A closed family.
 */
public abstract sealed class ClientException extends RuntimeException
    permits ClientClosed,
        CoordinatorUnreachable,
        JobRejected,
        NotAuthorized,
        NotFound,
        ProtocolMismatch {
  private static final long serialVersionUID = 1L;

  ClientException(String message) {
    super(message);
  }

  ClientException(String message, Throwable cause) {
    super(message, cause);
  }
}
