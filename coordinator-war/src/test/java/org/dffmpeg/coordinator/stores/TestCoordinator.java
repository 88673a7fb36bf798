package org.dffmpeg.coordinator.stores;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.HttpPolling;
import org.dffmpeg.coordinator.core.delivery.MarkSent;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.HoldWorker;
import org.dffmpeg.coordinator.core.fleet.PauseQueue;
import org.dffmpeg.coordinator.core.fleet.ResumeQueue;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AcceptJob;
import org.dffmpeg.coordinator.core.job.CancelJob;
import org.dffmpeg.coordinator.core.job.ChangePriority;
import org.dffmpeg.coordinator.core.job.ClientHeartbeat;
import org.dffmpeg.coordinator.core.job.EndedNotice;
import org.dffmpeg.coordinator.core.job.FindJob;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobViews;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.job.OwnedJobs;
import org.dffmpeg.coordinator.core.job.Prospects;
import org.dffmpeg.coordinator.core.job.QueueDueJobs;
import org.dffmpeg.coordinator.core.job.RejectJob;
import org.dffmpeg.coordinator.core.job.ReportOutcome;
import org.dffmpeg.coordinator.core.job.SubmitJob;
import org.dffmpeg.coordinator.core.job.WorkerHeartbeat;
import org.dffmpeg.coordinator.core.lease.ExpireLeases;
import org.dffmpeg.coordinator.core.lease.ExpireWorkers;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.lease.NotePresence;
import org.dffmpeg.coordinator.core.logs.AppendLogs;
import org.dffmpeg.coordinator.core.logs.ReadLogs;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.registration.DeregisterWorker;
import org.dffmpeg.coordinator.core.registration.RegisterWorker;
import org.dffmpeg.coordinator.core.registration.VerifyWorker;
import org.dffmpeg.coordinator.core.scheduling.AssignJobs;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.metrics.CountingMeter;
import org.jspecify.annotations.Nullable;

/**
 * A whole coordinator core over any stores, with verbs for tests. The names of its use cases are
 * theirs. Thread-safe if the stores are.
 */
public final class TestCoordinator {
  public static final Caller ALICE = new Caller(Samples.ALICE, Set.of(Role.CLIENT));
  public static final Caller ADMIN = new Caller(new ClientId("root"), Set.of(Role.ADMIN));
  public static final LeasePolicy LEASES =
      new LeasePolicy(Duration.ofSeconds(90), Duration.ofSeconds(10), Duration.ofSeconds(30));
  public static final CoordinatorPolicy POLICY =
      new CoordinatorPolicy(Set.of("ffmpeg", "ffprobe"), 5, 4, 2, Duration.ofHours(1), LEASES);
  private static final MessageId START = SequentialIds.message(0);
  private static final int ALL = 100_000;

  public final Stores stores;
  public final CountingMeter meter = new CountingMeter();
  public final RecordingBus bus = new RecordingBus();
  public final Outbox outbox;
  public final Move move;
  public final SubmitJob submitJob;
  public final AcceptJob acceptJob;
  public final RejectJob rejectJob;
  public final WorkerHeartbeat workerHeartbeat;
  public final ReportOutcome reportOutcome;
  public final QueueDueJobs queueDueJobs;
  public final CancelJob cancelJob;
  public final ClientHeartbeat clientHeartbeat;
  public final FindJob findJob;
  public final HoldWorker holdWorker;
  public final PauseQueue pauseQueue;
  public final ResumeQueue resumeQueue;
  public final ChangePriority changePriority;
  public final AppendLogs appendLogs;
  public final ReadLogs readLogs;
  public final RegisterWorker registerWorker;
  public final VerifyWorker verifyWorker;
  public final DeregisterWorker deregisterWorker;
  public final AssignJobs assignJobs;
  public final NotePresence presence;
  public final Janitor janitor;

  public TestCoordinator(Stores stores, Clock clock) {
    this(stores, clock, new Random(1));
  }

  public TestCoordinator(Stores stores, Clock clock, RandomGenerator random) {
    this.stores = stores;
    Transactions tx = stores.transactions();
    JobStore jobs = stores.jobs();
    WorkerStore workers = stores.workers();
    UlidFactory ids = new UlidFactory(clock, random);
    outbox = new Outbox(stores.messages(), ids, bus, clock);
    move = new Move(jobs, workers, stores.attempts(), outbox, LEASES, meter, clock);
    OwnedJobs owned = new OwnedJobs(jobs, meter);
    EndedNotice ended = new EndedNotice(workers, outbox);
    LoseWorker lose = new LoseWorker(tx, jobs, move);
    HttpPolling transports = new HttpPolling("/poll");
    submitJob = new SubmitJob(tx, jobs, transports, POLICY, ids, clock, bus, meter);
    acceptJob = new AcceptJob(tx, owned, move, ended);
    rejectJob = new RejectJob(tx, owned, move);
    workerHeartbeat = new WorkerHeartbeat(tx, owned, jobs, ended, clock);
    reportOutcome = new ReportOutcome(tx, owned, workers, move, meter, clock);
    queueDueJobs = new QueueDueJobs(tx, jobs, clock);
    cancelJob = new CancelJob(tx, jobs, move);
    clientHeartbeat = new ClientHeartbeat(tx, jobs, outbox, LEASES, clock);
    JobViews views = new JobViews(workers, stores.pauses(), new Prospects(jobs, clock));
    findJob = new FindJob(tx, jobs, views, stores.attempts());
    holdWorker = new HoldWorker(tx, workers, outbox);
    pauseQueue = new PauseQueue(tx, stores.pauses(), clock);
    resumeQueue = new ResumeQueue(tx, stores.pauses(), outbox);
    changePriority = new ChangePriority(tx, jobs, outbox);
    appendLogs = new AppendLogs(tx, owned, jobs, outbox, ids);
    readLogs = new ReadLogs(tx, jobs, stores.messages());
    registerWorker =
        new RegisterWorker(tx, workers, lose, transports, outbox, POLICY, random, clock);
    verifyWorker = new VerifyWorker(tx, workers, outbox, LEASES, clock);
    deregisterWorker = new DeregisterWorker(tx, workers, lose, outbox, clock);
    assignJobs = new AssignJobs(tx, jobs, workers, move, clock);
    presence = new NotePresence(tx, stores.presence(), clock);
    janitor =
        new Janitor(
            presence,
            new ExpireWorkers(tx, workers, LEASES, meter),
            new ExpireLeases(tx, jobs, move, LEASES, meter),
            new ForgetCoordinators(tx, stores.coordinators(), clock),
            bus);
  }

  /** One in memory whose janitor has run once, so that leases count from now on. */
  public static TestCoordinator awake(MutableClock clock) {
    TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);
    core.janitor.run(Janitor.Action.RUN_ALL);
    return core;
  }

  /** Time passes: the coordinator notes that it is awake, and sweeps every ten seconds. */
  public void pass(MutableClock clock, Duration time) {
    long step = NotePresence.INTERVAL.toSeconds();
    for (long seconds = step; seconds <= time.toSeconds(); seconds += step) {
      clock.advance(NotePresence.INTERVAL);
      presence.run();
      if (seconds % 10 == 0) {
        janitor.run(Janitor.Action.RUN_ALL);
      }
    }
  }

  /** A detached job of alice. */
  public JobId submit(String... paths) {
    return submit(request("ffmpeg", false, paths));
  }

  public JobId submitMonitored(String... paths) {
    return submit(request("ffmpeg", true, paths));
  }

  public JobId submit(org.dffmpeg.common.protocol.SubmitJob request) {
    return submit(ALICE, request);
  }

  public JobId submit(Caller caller, org.dffmpeg.common.protocol.SubmitJob request) {
    return done(submitJob.run(caller, request)).jobId();
  }

  public static org.dffmpeg.common.protocol.SubmitJob request(
      String binary, boolean monitor, String... paths) {
    return new org.dffmpeg.common.protocol.SubmitJob(
        binary,
        List.of("-version"),
        List.of(paths),
        null,
        List.of("http_polling"),
        monitor,
        null,
        null,
        JobOptions.DEFAULT);
  }

  /** A detached job of alice with these options. */
  public JobId submit(JobOptions options) {
    return submit(withOptions(request("ffmpeg", false), options));
  }

  public static org.dffmpeg.common.protocol.SubmitJob withOptions(
      org.dffmpeg.common.protocol.SubmitJob request, JobOptions options) {
    return new org.dffmpeg.common.protocol.SubmitJob(
        request.binaryName(),
        request.arguments(),
        request.paths(),
        request.workingDirectory(),
        request.supportedTransports(),
        request.monitor(),
        request.heartbeatInterval(),
        request.idempotencyKey(),
        options);
  }

  /** The worker registers and sends its token back. */
  public WorkerId online(String name, int slots, String... paths) {
    return online(name, "1", slots, paths);
  }

  public WorkerId online(String name, String incarnation, int slots, String... paths) {
    register(name, incarnation, slots, paths);
    WorkerId id = new WorkerId(name);
    done(verifyWorker.run(id, token(id)));
    return id;
  }

  /** A worker that sends no incarnation. */
  public WorkerId legacy(String name, int slots) {
    register(name, null, slots);
    WorkerId id = new WorkerId(name);
    done(verifyWorker.run(id, token(id)));
    return id;
  }

  public void register(String name, @Nullable String incarnation, int slots, String... paths) {
    register(registration(name, incarnation, slots, false, paths));
  }

  public void register(org.dffmpeg.common.protocol.RegisterWorker request) {
    done(registerWorker.run(caller(request.workerId()), request));
  }

  public static org.dffmpeg.common.protocol.RegisterWorker registration(
      String name, @Nullable String incarnation, int slots, boolean draining, String... paths) {
    return new org.dffmpeg.common.protocol.RegisterWorker(
        new WorkerId(name),
        List.of(),
        List.of("ffmpeg", "ffprobe", "rm"),
        List.of(paths),
        15,
        "1.0",
        List.of("http_polling"),
        draining,
        Slots.cpu(slots),
        incarnation,
        List.of(),
        null,
        null,
        Map.of());
  }

  public static Caller caller(WorkerId worker) {
    return new Caller(worker.identity(), Set.of(Role.WORKER));
  }

  /** The text of the newest token on the worker's channel. */
  public String token(WorkerId id) {
    return commands(id).stream()
        .flatMap(
            message ->
                message.payload() instanceof Payload.VerifyRegistration verify
                    ? Stream.of(verify.registrationToken())
                    : Stream.empty())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** A job that this worker runs; it is the only one with a free slot. */
  public JobId running(WorkerId worker) {
    JobId id = assigned(worker);
    accept(worker, id);
    return id;
  }

  public JobId assigned(WorkerId worker) {
    JobId id = submit();
    assignJobs.run();
    if (!job(id).isOf(worker)) {
      throw new IllegalStateException(worker + " did not get " + id);
    }
    return id;
  }

  public void accept(WorkerId worker, JobId id) {
    done(acceptJob.run(worker, id, new AttemptClaim(job(id).attempt().number())));
  }

  /** What is due is queued and given away, and the worker that is to have got the job accepts. */
  public void start(WorkerId worker, JobId id) {
    queueDueJobs.run();
    assignJobs.run();
    accept(worker, id);
  }

  public void fail(WorkerId worker, JobId id, EndReason reason) {
    done(
        reportOutcome.run(
            worker, id, new ReportStatus(JobState.FAILED, 1, reason, "so it was", null)));
  }

  public void report(WorkerId worker, JobId id, JobState status, @Nullable Integer exitCode) {
    done(reportOutcome.run(worker, id, new ReportStatus(status, exitCode, null, null, null)));
  }

  public Job job(JobId id) {
    return stores.transactions().read(unit -> stores.jobs().find(id)).orElseThrow();
  }

  /** How it ended; it must have. */
  public JobEnd end(JobId id) {
    return job(id).end().orElseThrow();
  }

  public List<AttemptView> attempts(JobId id) {
    return done(findJob.run(ALICE, id)).attempts();
  }

  public Worker worker(WorkerId id) {
    return stores.transactions().read(unit -> stores.workers().find(id)).orElseThrow();
  }

  /** Everything that lies on the worker's channel. */
  public List<DownlinkMessage> commands(WorkerId id) {
    return messages(Channel.of(id));
  }

  /** Everything that its requester could hear of the job. */
  public List<DownlinkMessage> heard(JobId id) {
    return messages(Channel.of(id));
  }

  /** The states that the requester heard of, in order. */
  public List<JobState> heardStates(JobId id) {
    return states(heard(id));
  }

  public static List<JobState> states(List<DownlinkMessage> messages) {
    return messages.stream()
        .flatMap(
            message ->
                message.payload() instanceof Payload.JobStatus status
                    ? Stream.of(status.status())
                    : Stream.empty())
        .toList();
  }

  /** Takes everything on the channel for sent. */
  public void markSent(Channel channel) {
    List<DownlinkMessage> messages = messages(channel);
    if (!messages.isEmpty()) {
      MessageId last = messages.get(messages.size() - 1).messageId();
      new MarkSent(stores.transactions(), stores.messages(), Clock.fixed(Samples.NOW, UTC))
          .run(Map.of(channel, last));
    }
  }

  private List<DownlinkMessage> messages(Channel channel) {
    List<DownlinkMessage> messages = new ArrayList<>();
    MessageId cursor = START;
    Batch batch;
    do {
      MessageId from = cursor;
      batch = stores.transactions().read(unit -> stores.messages().after(channel, from, ALL));
      messages.addAll(batch.messages());
      cursor = batch.more() ? messages.get(messages.size() - 1).messageId() : cursor;
    } while (batch.more());
    return messages;
  }

  /** The value of an outcome that must not be a refusal. */
  public static <T> T done(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refused -> {
          throw new IllegalStateException(refused.code() + ": " + refused.detail());
        });
  }
}
