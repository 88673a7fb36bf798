package org.dffmpeg.client.link;

import java.time.Duration;

/** Time that never jumps, for measuring how long something took. Means nothing but differences. */
@FunctionalInterface
public interface Ticker {
  /** The time since some fixed moment. */
  Duration now();

  /** How long ago {@code then} was. */
  default Duration since(Duration then) {
    return now().minus(then);
  }
}
