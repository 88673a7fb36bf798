package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.delivery.MarkSent;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.delivery.ReadMessages;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AcceptJob;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.CancelJob;
import org.dffmpeg.coordinator.core.job.ChangePriority;
import org.dffmpeg.coordinator.core.job.ClientHeartbeat;
import org.dffmpeg.coordinator.core.job.CountJobs;
import org.dffmpeg.coordinator.core.job.EndedNotice;
import org.dffmpeg.coordinator.core.job.FindAllJobs;
import org.dffmpeg.coordinator.core.job.FindJob;
import org.dffmpeg.coordinator.core.job.FindJobs;
import org.dffmpeg.coordinator.core.job.FindStatus;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobViews;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.job.OpenJobChannel;
import org.dffmpeg.coordinator.core.job.OwnedJobs;
import org.dffmpeg.coordinator.core.job.Prospects;
import org.dffmpeg.coordinator.core.job.QueueDueJobs;
import org.dffmpeg.coordinator.core.job.RejectJob;
import org.dffmpeg.coordinator.core.job.ReportOutcome;
import org.dffmpeg.coordinator.core.job.SubmitJob;
import org.dffmpeg.coordinator.core.job.WorkerHeartbeat;
import org.dffmpeg.coordinator.core.logs.AppendLogs;
import org.dffmpeg.coordinator.core.logs.ReadLogs;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Jobs, their messages and their logs. */
@ApplicationScoped
public class JobWiring {

  @Produces
  @Singleton
  Outbox outbox(OutboxStore messages, UlidFactory ids, WakeupBus bus, Clock clock) {
    return new Outbox(messages, ids, bus, clock);
  }

  @Produces
  @Singleton
  Move move(
      JobStore jobs,
      WorkerStore workers,
      AttemptStore attempts,
      Outbox outbox,
      CoordinatorPolicy policy,
      Meter meter,
      Clock clock) {
    return new Move(jobs, workers, attempts, outbox, policy.leases(), meter, clock);
  }

  @Produces
  @Singleton
  OwnedJobs ownedJobs(JobStore jobs, Meter meter) {
    return new OwnedJobs(jobs, meter);
  }

  @Produces
  @Singleton
  EndedNotice endedNotice(WorkerStore workers, Outbox outbox) {
    return new EndedNotice(workers, outbox);
  }

  @Produces
  @Singleton
  LoseWorker loseWorker(Transactions transactions, JobStore jobs, Move move) {
    return new LoseWorker(transactions, jobs, move);
  }

  @Produces
  @Singleton
  SubmitJob submitJob(
      Transactions transactions,
      JobStore jobs,
      Transports transports,
      CoordinatorPolicy policy,
      UlidFactory ids,
      Clock clock,
      WakeupBus bus,
      Meter meter) {
    return new SubmitJob(transactions, jobs, transports, policy, ids, clock, bus, meter);
  }

  @Produces
  @Singleton
  AcceptJob acceptJob(Transactions transactions, OwnedJobs owned, Move move, EndedNotice ended) {
    return new AcceptJob(transactions, owned, move, ended);
  }

  @Produces
  @Singleton
  RejectJob rejectJob(Transactions transactions, OwnedJobs owned, Move move) {
    return new RejectJob(transactions, owned, move);
  }

  @Produces
  @Singleton
  CancelJob cancelJob(Transactions transactions, JobStore jobs, Move move) {
    return new CancelJob(transactions, jobs, move);
  }

  @Produces
  @Singleton
  QueueDueJobs queueDueJobs(Transactions transactions, JobStore jobs, Clock clock) {
    return new QueueDueJobs(transactions, jobs, clock);
  }

  @Produces
  @Singleton
  ReportOutcome reportOutcome(
      Transactions transactions,
      OwnedJobs owned,
      WorkerStore workers,
      Move move,
      Meter meter,
      Clock clock) {
    return new ReportOutcome(transactions, owned, workers, move, meter, clock);
  }

  @Produces
  @Singleton
  WorkerHeartbeat workerHeartbeat(
      Transactions transactions, OwnedJobs owned, JobStore jobs, EndedNotice ended, Clock clock) {
    return new WorkerHeartbeat(transactions, owned, jobs, ended, clock);
  }

  @Produces
  @Singleton
  ClientHeartbeat clientHeartbeat(
      Transactions transactions,
      JobStore jobs,
      Outbox outbox,
      CoordinatorPolicy policy,
      Clock clock) {
    return new ClientHeartbeat(transactions, jobs, outbox, policy.leases(), clock);
  }

  @Produces
  @Singleton
  AppendLogs appendLogs(
      Transactions transactions, OwnedJobs owned, JobStore jobs, Outbox outbox, UlidFactory ids) {
    return new AppendLogs(transactions, owned, jobs, outbox, ids);
  }

  @Produces
  @Singleton
  ReadLogs readLogs(Transactions transactions, JobStore jobs, OutboxStore messages) {
    return new ReadLogs(transactions, jobs, messages);
  }

  @Produces
  @Singleton
  OpenJobChannel openJobChannel(Transactions transactions, JobStore jobs) {
    return new OpenJobChannel(transactions, jobs);
  }

  @Produces
  @Singleton
  ReadMessages readMessages(Transactions transactions, OutboxStore messages) {
    return new ReadMessages(transactions, messages);
  }

  @Produces
  @Singleton
  MarkSent markSent(Transactions transactions, OutboxStore messages, Clock clock) {
    return new MarkSent(transactions, messages, clock);
  }

  @Produces
  @Singleton
  ChangePriority changePriority(Transactions transactions, JobStore jobs, Outbox outbox) {
    return new ChangePriority(transactions, jobs, outbox);
  }

  @Produces
  @Singleton
  JobViews jobViews(JobStore jobs, WorkerStore workers, PauseStore pauses, Clock clock) {
    return new JobViews(workers, pauses, new Prospects(jobs, clock));
  }

  @Produces
  @Singleton
  FindJob findJob(Transactions transactions, JobStore jobs, JobViews views, AttemptStore attempts) {
    return new FindJob(transactions, jobs, views, attempts);
  }

  @Produces
  @Singleton
  FindJobs findJobs(Transactions transactions, JobStore jobs, JobViews views, Clock clock) {
    return new FindJobs(transactions, jobs, views, clock);
  }

  @Produces
  @Singleton
  FindAllJobs findAllJobs(Transactions transactions, JobStore jobs, JobViews views, Clock clock) {
    return new FindAllJobs(transactions, jobs, views, clock);
  }

  @Produces
  @Singleton
  FindStatus findStatus(
      Transactions transactions,
      JobStore jobs,
      WorkerStore workers,
      PauseStore pauses,
      JobViews views,
      Clock clock) {
    return new FindStatus(transactions, jobs, workers, pauses, views, clock);
  }

  @Produces
  @Singleton
  CountJobs countJobs(
      Transactions transactions,
      JobStore jobs,
      IdentityStore identities,
      CoordinatorPolicy policy,
      Clock clock) {
    return new CountJobs(transactions, jobs, identities, policy, clock);
  }
}
