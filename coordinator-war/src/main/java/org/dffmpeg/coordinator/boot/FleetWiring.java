package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.fleet.FindWorker;
import org.dffmpeg.coordinator.core.fleet.FindWorkers;
import org.dffmpeg.coordinator.core.fleet.HoldWorker;
import org.dffmpeg.coordinator.core.fleet.PauseQueue;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.ResumeQueue;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.lease.ExpireLeases;
import org.dffmpeg.coordinator.core.lease.ExpireWorkers;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.lease.NotePresence;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.registration.DeregisterWorker;
import org.dffmpeg.coordinator.core.registration.RegisterWorker;
import org.dffmpeg.coordinator.core.registration.VerifyWorker;
import org.dffmpeg.coordinator.core.scheduling.AssignJobs;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Workers: how they come and go, what they are given, when they are given up. */
@ApplicationScoped
public class FleetWiring {

  @Produces
  @Singleton
  RegisterWorker registerWorker(
      Transactions transactions,
      WorkerStore workers,
      LoseWorker lose,
      Transports transports,
      Outbox outbox,
      CoordinatorPolicy policy,
      SecureRandom random,
      Clock clock) {
    return new RegisterWorker(
        transactions, workers, lose, transports, outbox, policy, random, clock);
  }

  @Produces
  @Singleton
  VerifyWorker verifyWorker(
      Transactions transactions,
      WorkerStore workers,
      Outbox outbox,
      CoordinatorPolicy policy,
      Clock clock) {
    return new VerifyWorker(transactions, workers, outbox, policy.leases(), clock);
  }

  @Produces
  @Singleton
  DeregisterWorker deregisterWorker(
      Transactions transactions, WorkerStore workers, LoseWorker lose, Outbox outbox, Clock clock) {
    return new DeregisterWorker(transactions, workers, lose, outbox, clock);
  }

  @Produces
  @Singleton
  FindWorker findWorker(Transactions transactions, WorkerStore workers) {
    return new FindWorker(transactions, workers);
  }

  @Produces
  @Singleton
  FindWorkers findWorkers(Transactions transactions, WorkerStore workers, Clock clock) {
    return new FindWorkers(transactions, workers, clock);
  }

  @Produces
  @Singleton
  HoldWorker holdWorker(Transactions transactions, WorkerStore workers, Outbox outbox) {
    return new HoldWorker(transactions, workers, outbox);
  }

  @Produces
  @Singleton
  PauseQueue pauseQueue(Transactions transactions, PauseStore pauses, Clock clock) {
    return new PauseQueue(transactions, pauses, clock);
  }

  @Produces
  @Singleton
  ResumeQueue resumeQueue(Transactions transactions, PauseStore pauses, Outbox outbox) {
    return new ResumeQueue(transactions, pauses, outbox);
  }

  @Produces
  @Singleton
  AssignJobs assignJobs(
      Transactions transactions, JobStore jobs, WorkerStore workers, Move move, Clock clock) {
    return new AssignJobs(transactions, jobs, workers, move, clock);
  }

  @Produces
  @Singleton
  NotePresence notePresence(Transactions transactions, PresenceStore presence, Clock clock) {
    return new NotePresence(transactions, presence, clock);
  }

  @Produces
  @Singleton
  Janitor janitor(
      NotePresence presence,
      ExpireWorkers workers,
      ExpireLeases jobs,
      ForgetCoordinators coordinators,
      WakeupBus bus) {
    return new Janitor(presence, workers, jobs, coordinators, bus);
  }

  @Produces
  @Singleton
  ExpireWorkers expireWorkers(
      Transactions transactions,
      WorkerStore workers,
      CoordinatorPolicy policy,
      Meter meter,
      Clock clock) {
    return new ExpireWorkers(transactions, workers, policy.leases(), meter);
  }

  @Produces
  @Singleton
  ExpireLeases expireLeases(
      Transactions transactions,
      JobStore jobs,
      Move move,
      CoordinatorPolicy policy,
      Meter meter,
      Clock clock) {
    return new ExpireLeases(transactions, jobs, move, policy.leases(), meter);
  }
}
