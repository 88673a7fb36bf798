package org.dffmpeg.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Says in plain words why an exchange broke. */
final class Failures {
  private Failures() {}

  static String plain(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof UnknownHostException) {
      return "unknown host " + message;
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    if (failure instanceof SocketTimeoutException) {
      return "time-out";
    }
    return message;
  }
}
