package org.dffmpeg.common.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answer of {@code /metrics} as JSON (PROTOCOL 5.4). The maps keep their order. */
public record MetricsView(
    JobCounts total, Map<String, JobCounts> perBinary, Map<String, JobCounts> perWorker) {
  public MetricsView {
    perBinary = Collections.unmodifiableMap(new LinkedHashMap<>(perBinary));
    perWorker = Collections.unmodifiableMap(new LinkedHashMap<>(perWorker));
  }
}
