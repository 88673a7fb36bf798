package org.dffmpeg.coordinator.core.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.dffmpeg.coordinator.core.Sha256;

/** What a job asks of a worker. Immutable. */
public record Requirements(String binary, Set<String> paths) {
  private static final int LANE_LENGTH = 32;

  public Requirements {
    paths = Set.copyOf(paths);
  }

  /**
   * The lane of the queue: jobs of one lane ask the same, so what is decided for the oldest holds
   * for all, and the scheduler looks at the heads of lanes, never along the backlog.
   */
  public String lane() {
    String text = binary + "\n" + String.join("\n", new TreeSet<>(paths));
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, LANE_LENGTH);
  }

  /** Whether the worker offers all of it, busy or not. */
  public boolean metBy(Worker worker) {
    return hasBinary(worker) && worker.profile().paths().containsAll(paths);
  }

  boolean hasBinary(Worker worker) {
    return worker.profile().binaries().contains(binary);
  }
}
