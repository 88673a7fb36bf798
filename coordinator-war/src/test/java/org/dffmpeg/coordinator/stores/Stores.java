package org.dffmpeg.coordinator.stores;

import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Stores under one roof: what a test runs against. */
public interface Stores {
  Transactions transactions();

  JobStore jobs();

  AttemptStore attempts();

  WorkerStore workers();

  OutboxStore messages();

  IdentityStore identities();

  PresenceStore presence();

  PauseStore pauses();

  CoordinatorStore coordinators();

  RetentionStore retention();
}
