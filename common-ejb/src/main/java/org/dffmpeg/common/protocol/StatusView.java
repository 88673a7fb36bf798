package org.dffmpeg.common.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answer of {@code /status/data} (PROTOCOL 5.4): what the dashboard shows, at most 50 jobs. Its
 * times end in {@code +00:00}. Whether the queue is paused is our addition.
 */
public record StatusView(
    List<WorkerView> workers,
    Map<String, Integer> workerLoad,
    List<JobView> jobs,
    boolean queuePaused) {
  public StatusView {
    workers = List.copyOf(workers);
    workerLoad = Collections.unmodifiableMap(new LinkedHashMap<>(workerLoad));
    jobs = List.copyOf(jobs);
  }
}
