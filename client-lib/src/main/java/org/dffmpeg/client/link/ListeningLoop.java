package org.dffmpeg.client.link;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.common.time.Sleeper;

/**
 * Repeats one connection of a receiver, with growing pauses while nothing is heard: also after a
 * clean end, so that peers do not spin while a coordinator drains. Thread-safe.
 */
final class ListeningLoop {
  private static final System.Logger LOG = System.getLogger(ListeningLoop.class.getName());

  /** How one connection ended. */
  enum Heard {
    /** It worked and is over. */
    SOMETHING,
    /** It did not work, or said nothing. */
    NOTHING,
    /** The sink wants no more. */
    ENOUGH
  }

  /** One connection from open to end. */
  @FunctionalInterface
  interface Connection {
    Heard listen() throws IOException;
  }

  private final String what;
  private final Backoff backoff;
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private volatile boolean stopped;

  ListeningLoop(String what, Backoff backoff, Sleeper sleeper, RandomGenerator random) {
    this.what = what;
    this.backoff = backoff;
    this.sleeper = sleeper;
    this.random = random;
  }

  boolean isStopped() {
    return stopped;
  }

  void stop() {
    stopped = true;
  }

  void run(Connection connection) {
    int failures = 0;
    try {
      while (!stopped) {
        Heard heard = once(connection);
        if (heard == Heard.ENOUGH) {
          return;
        }
        failures = heard == Heard.SOMETHING ? 1 : failures + 1;
        if (!stopped) {
          sleeper.sleep(backoff.delay(failures, random));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Heard once(Connection connection) {
    try {
      return connection.listen();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "listening to " + what + " broke: " + e);
      return Heard.NOTHING;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, () -> "listening to " + what + " failed and goes on", e);
      return Heard.NOTHING;
    }
  }
}
