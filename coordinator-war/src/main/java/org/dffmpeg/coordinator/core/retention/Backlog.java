package org.dffmpeg.coordinator.core.retention;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What one sweep has still to delete, oldest first, read page by page. Confined to the sweep. */
public final class Backlog {
  private static final int PAGE = 100;

  private final PurgeOld purge;
  private final Sweep sweep;
  private final Instant before;
  private final Deque<Aged> read = new ArrayDeque<>();
  private Aged cursor;
  private Aged given;

  Backlog(PurgeOld purge, Sweep sweep, Aged start, Instant before) {
    this.purge = purge;
    this.sweep = sweep;
    this.before = before;
    this.cursor = start;
    this.given = start;
  }

  /** The next one; empty at the end. */
  public Optional<Aged> next() {
    if (read.isEmpty()) {
      List<Aged> page = purge.page(sweep, cursor, before, PAGE);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      read.addAll(page);
      cursor = read.getLast();
    }
    given = read.removeFirst();
    return Optional.of(given);
  }

  /** The last one given: with its chunk deleted, the place to go on from. */
  public Aged checkpoint() {
    return given;
  }
}
