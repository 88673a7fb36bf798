package org.dffmpeg.common.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answer of {@code /status/data} (PROTOCOL 5.4): what the dashboard shows, at most 50 jobs. Its
 * times end in {@code +00:00}.
 *
 * @param queuePaused our addition: nothing is assigned meanwhile
 * @param coordinators our addition, for administrators only; empty if they are not told
 */
public record StatusView(
    List<WorkerView> workers,
    Map<String, Integer> workerLoad,
    List<JobView> jobs,
    boolean queuePaused,
    List<CoordinatorView> coordinators) {
  public StatusView {
    workers = List.copyOf(workers);
    workerLoad = Collections.unmodifiableMap(new LinkedHashMap<>(workerLoad));
    jobs = List.copyOf(jobs);
    coordinators = List.copyOf(coordinators);
  }

  /** The same with these coordinators. */
  public StatusView with(List<CoordinatorView> known) {
    return new StatusView(workers, workerLoad, jobs, queuePaused, known);
  }
}
