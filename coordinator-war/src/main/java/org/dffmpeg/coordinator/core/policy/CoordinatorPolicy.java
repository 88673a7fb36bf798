package org.dffmpeg.coordinator.core.policy;

import java.util.Set;

/**
 * What the operator decides for jobs and workers (PROTOCOL 18). Immutable.
 *
 * @param defaultHeartbeatInterval seconds between heartbeats of a job, for those who ask for none
 * @param defaultWorkerSlots jobs at once, for workers that do not say
 */
public record CoordinatorPolicy(
    Set<String> allowedBinaries,
    int defaultHeartbeatInterval,
    int defaultWorkerSlots,
    LeasePolicy leases) {
  public CoordinatorPolicy {
    allowedBinaries = Set.copyOf(allowedBinaries);
  }
}
