package org.dffmpeg.coordinator.core.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.signing.Sha256;

/**
 * What a job asks of a worker. Immutable.
 *
 * @param capabilities as workers list them
 * @param encoders the capabilities of encoders that its command names: a worker need not list them,
 *     but they must not be set aside there
 * @param slots what it takes
 */
public record Requirements(
    String binary, Set<String> paths, Set<String> capabilities, Set<String> encoders, Slots slots) {
  private static final int HASH_LENGTH = 31;

  public Requirements {
    paths = Set.copyOf(paths);
    capabilities = Set.copyOf(capabilities);
    encoders = Set.copyOf(encoders);
  }

  /**
   * The lane of the queue: jobs of one lane are of one class, one priority and one requester and
   * ask the same, so what is decided for the first holds for all, and the scheduler looks at the
   * heads of lanes, never along the backlog. Lanes of a more urgent class come first in text order.
   */
  public String lane(JobClass jobClass, int priority, ClientId requester) {
    String text =
        String.join(
            "\n",
            requester.value(),
            binary,
            String.join("\n", new TreeSet<>(paths)),
            "",
            String.join("\n", new TreeSet<>(capabilities)),
            slots.text() + String.join("\n", new TreeSet<>(encoders)),
            Integer.toString(priority));
    return jobClass.rank()
        + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
  }

  /** Whether the worker offers all of it, busy or not. */
  public boolean metBy(Worker worker) {
    return hasBinary(worker)
        && hasPaths(worker)
        && missingCapabilities(worker).isEmpty()
        && setAside(worker).isEmpty()
        && worker.profile().slots().cover(slots);
  }

  boolean hasBinary(Worker worker) {
    return worker.profile().binaries().contains(binary);
  }

  boolean hasPaths(Worker worker) {
    return worker.profile().paths().containsAll(paths);
  }

  /** What of it does not work there now, in the order of their names. */
  SortedSet<String> setAside(Worker worker) {
    SortedSet<String> asked = new TreeSet<>(worker.profile().setAside().keySet());
    asked.removeIf(broken -> !capabilities.contains(broken) && !encoders.contains(broken));
    return asked;
  }

  /** In the order of their names. */
  SortedSet<String> missingCapabilities(Worker worker) {
    SortedSet<String> missing = new TreeSet<>(capabilities);
    missing.removeAll(worker.profile().capabilities());
    return missing;
  }
}
