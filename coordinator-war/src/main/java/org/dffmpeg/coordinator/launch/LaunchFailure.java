package org.dffmpeg.coordinator.launch;

/** The coordinator cannot run; the message is all that the user gets to read. */
final class LaunchFailure extends RuntimeException {
  LaunchFailure(String message) {
    super(message);
  }

  LaunchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
