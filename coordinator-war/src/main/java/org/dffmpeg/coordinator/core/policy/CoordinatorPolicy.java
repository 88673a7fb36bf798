package org.dffmpeg.coordinator.core.policy;

import java.time.Duration;
import java.util.Set;

/**
 * What the operator decides for jobs and workers (PROTOCOL 18). Immutable.
 *
 * @param defaultHeartbeatInterval seconds between heartbeats of a job, for those who ask for none
 * @param defaultWorkerSlots jobs at once, for workers that do not say
 * @param defaultProbeSlots probes beside them, for workers that name no pool for probes
 * @param defaultQueueTimeout for monitored jobs that do not say how long they may wait; zero if for
 *     ever
 */
public record CoordinatorPolicy(
    Set<String> allowedBinaries,
    int defaultHeartbeatInterval,
    int defaultWorkerSlots,
    int defaultProbeSlots,
    Duration defaultQueueTimeout,
    LeasePolicy leases) {
  public CoordinatorPolicy {
    allowedBinaries = Set.copyOf(allowedBinaries);
  }
}
