package org.dffmpeg.common.protocol;

import java.util.Map;

/** Answer of {@code /metrics} as JSON (PROTOCOL 5.4). */
public record MetricsView(
    JobCounts total, Map<String, JobCounts> perBinary, Map<String, JobCounts> perWorker) {}
