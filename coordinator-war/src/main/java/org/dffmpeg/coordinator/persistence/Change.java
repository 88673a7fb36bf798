package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Query;
import org.jspecify.annotations.Nullable;

/** An update or a deletion of one unit. */
final class Change {
  private final Query query;

  Change(Query query) {
    this.query = query;
  }

  Change with(String parameter, @Nullable Object value) {
    query.setParameter(parameter, value);
    return this;
  }

  void run() {
    query.executeUpdate();
  }

  /** Runs it, and says how many rows it hit. */
  int count() {
    return query.executeUpdate();
  }

  /** Runs it, and says whether it hit the one row that it was meant for. */
  boolean hit() {
    int rows = query.executeUpdate();
    if (rows > 1) {
      throw new IllegalStateException(rows + " rows changed where there can be one");
    }
    return rows == 1;
  }
}
