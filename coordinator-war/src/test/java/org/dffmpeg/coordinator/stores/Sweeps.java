package org.dffmpeg.coordinator.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.Backlog;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.Sweep;

/** A run of retention as the batch runtime would run it, on the calling thread. */
public final class Sweeps {
  private static final int CHUNK = 50;

  private Sweeps() {}

  public static void runAll(PurgeOld purge) {
    for (Sweep sweep : Sweep.values()) {
      List<Aged> all = rest(purge.begin(sweep, Optional.empty()));
      for (int from = 0; from < all.size(); from += CHUNK) {
        purge.delete(sweep, all.subList(from, Math.min(all.size(), from + CHUNK)));
      }
    }
  }

  /** Everything that the backlog still gives. */
  static List<Aged> rest(Backlog backlog) {
    List<Aged> all = new ArrayList<>();
    for (Optional<Aged> next = backlog.next(); next.isPresent(); next = backlog.next()) {
      all.add(next.get());
    }
    return all;
  }
}
