package org.dffmpeg.client.link;

import java.time.Duration;

/** How long a request may take to connect, and how long its answer may pause. */
public record Timeouts(Duration connect, Duration read) {
  /** What PROTOCOL 15 says of peers, with more room for a slow database: 5 s and 15 s. */
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15));

  /** The same connect time-out with this read time-out. */
  public Timeouts withRead(Duration pause) {
    return new Timeouts(connect, pause);
  }
}
