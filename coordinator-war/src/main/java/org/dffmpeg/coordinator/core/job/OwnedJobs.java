package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.coordinator.core.metrics.Meter;

/** Finds the job that a worker speaks of, and checks that it may. */
public final class OwnedJobs {
  public OwnedJobs(JobStore jobs, Meter meter) {}
}
