package org.dffmpeg.coordinator.core.metrics;

import java.util.Locale;

/** What is counted. The name for dashboards is the lower-case name. */
public enum Counter {
  JOBS_SUBMITTED,
  JOBS_ASSIGNED,
  JOBS_COMPLETED,
  JOBS_FAILED,
  JOBS_CANCELED,
  /** A worker's report that contradicts a terminal state: answered 200, ignored. */
  REPORTS_IGNORED,
  /** A call for an attempt that is over: answered 409. */
  STALE_ATTEMPTS,
  /** A compare-and-set that came second, or a deadlock's victim; the unit was run again. */
  RACES_LOST,
  /** A unit that lost every try. */
  RACES_GIVEN_UP,
  /** A signature forgotten for want of memory while it could still be replayed. */
  REPLAYS_FORGOTTEN,
  WORKERS_EXPIRED,
  JOBS_EXPIRED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
