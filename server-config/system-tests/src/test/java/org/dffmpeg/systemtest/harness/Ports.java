package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of loopback. */
public final class Ports {
  /** Below the range that Linux gives to outgoing connections, so that none takes it meanwhile. */
  private static final int FIRST = 12_000;

  private static final int LAST = 32_000;
  private static final int TRIES = 100;

  private Ports() {}

  /** A port that was free a moment ago; by chance, because other JVMs look for theirs too. */
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken: another one.
      }
    }
    throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
  }
}
