package org.dffmpeg.common.architecture.broken;

import java.time.Clock;
import java.time.Instant;

/** Breaks A8. */
public class ReadsTheTime {
  public Instant now() {
    return Instant.now();
  }

  public long millis() {
    return System.currentTimeMillis();
  }

  public Clock clock() {
    return Clock.systemUTC();
  }
}
