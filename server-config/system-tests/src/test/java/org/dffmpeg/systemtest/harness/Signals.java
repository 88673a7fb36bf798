package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals, of which Java alone knows only two. */
public final class Signals {
  private Signals() {}

  /**
   * Returns when the signal was sent.
   *
   * @param name without {@code SIG}: {@code INT}, {@code STOP}, …
   */
  public static void send(String name, long pid) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
