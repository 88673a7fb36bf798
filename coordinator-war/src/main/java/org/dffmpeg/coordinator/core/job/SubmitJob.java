package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.signing.Sha256;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** Takes a job into the queue (PROTOCOL 5.4). Thread-safe. */
public final class SubmitJob {
  private static final Duration LONGEST_DELAY = Duration.ofDays(366);

  private final Transactions transactions;
  private final JobStore jobs;
  private final Transports transports;
  private final CoordinatorPolicy policy;
  private final UlidFactory ids;
  private final Clock clock;
  private final WakeupBus bus;
  private final Meter meter;

  public SubmitJob(
      Transactions transactions,
      JobStore jobs,
      Transports transports,
      CoordinatorPolicy policy,
      UlidFactory ids,
      Clock clock,
      WakeupBus bus,
      Meter meter) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.transports = transports;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.bus = bus;
    this.meter = meter;
  }

  /**
   * The pending job, or the job that the same key and request made before. Refusals:
   * UNSUPPORTED_BINARY, NO_SUPPORTED_TRANSPORT, INVALID_REQUEST for a job that is put off for too
   * long, IDEMPOTENCY_CONFLICT.
   */
  public Outcome<JobView> run(Caller caller, org.dffmpeg.common.protocol.SubmitJob request) {
    if (!policy.allowedBinaries().contains(request.binaryName())) {
      return Outcome.refused(
          ProblemCode.UNSUPPORTED_BINARY, "Unsupported binary name: " + request.binaryName());
    }
    JobId id = ids.jobId();
    Optional<TransportOffer> offer = transports.forJob(request.supportedTransports(), id);
    if (offer.isEmpty()) {
      return Outcome.refused(ProblemCode.NO_SUPPORTED_TRANSPORT, "No supported transports");
    }
    Optional<String> refusal = refusal(request.options());
    if (refusal.isPresent()) {
      return Outcome.refused(ProblemCode.INVALID_REQUEST, refusal.get());
    }
    Job job = newJob(id, spec(caller, request, offer.get()), request.monitor());
    return transactions.write(
        unit ->
            insertOnce(unit, job)
                .then(stored -> Outcome.ok(JobViews.of(stored, Optional.empty()))));
  }

  /** What is put off for longer was meant for another year, or given in milliseconds. */
  private Optional<String> refusal(JobOptions options) {
    return Optional.ofNullable(options.notBefore())
        .filter(clock.instant().plus(LONGEST_DELAY)::isBefore)
        .map(
            time -> "not_before lies more than " + LONGEST_DELAY.toDays() + " days ahead: " + time);
  }

  private Outcome<Job> insertOnce(UnitOfWork unit, Job job) {
    return job.spec()
        .idempotency()
        .flatMap(key -> jobs.findByIdempotencyKey(job.spec().requester(), key.key()))
        .map(former -> sameRequest(former, job))
        .orElseGet(() -> insert(unit, job));
  }

  private static Outcome<Job> sameRequest(Job former, Job job) {
    return former.spec().idempotency().equals(job.spec().idempotency())
        ? Outcome.ok(former)
        : Outcome.refused(
            ProblemCode.IDEMPOTENCY_CONFLICT,
            "The idempotency key was used for another request: job " + former.id());
  }

  private Outcome<Job> insert(UnitOfWork unit, Job job) {
    jobs.insert(job);
    unit.afterCommit(
        () -> {
          meter.increment(Counter.JOBS_SUBMITTED);
          bus.workAvailable();
        });
    return Outcome.ok(job);
  }

  private Job newJob(JobId id, JobSpec spec, boolean monitor) {
    Instant now = spec.createdAt();
    return new Job(
        id,
        spec,
        JobState.PENDING,
        place(spec),
        now,
        Attempt.NONE,
        monitor
            ? Watch.heard(true, now, policy.leases().clientLease(spec.heartbeatInterval()))
            : Watch.NOBODY,
        Optional.empty(),
        Optional.empty(),
        Job.Tail.EMPTY,
        0);
  }

  private static Place place(JobSpec spec) {
    JobOptions options = spec.options();
    JobClass asked = options.jobClass();
    Instant notBefore = options.notBefore();
    return new Place(
            asked == null ? JobClass.of(spec.binary()) : asked,
            options.priority(),
            Optional.empty(),
            Optional.empty())
        .queued(
            spec.createdAt(), notBefore == null ? spec.createdAt() : notBefore, options.limits());
  }

  private JobSpec spec(
      Caller caller, org.dffmpeg.common.protocol.SubmitJob request, TransportOffer offer) {
    return new JobSpec(
        caller.id(),
        request.binaryName(),
        request.arguments(),
        request.paths(),
        Optional.ofNullable(request.workingDirectory()),
        heartbeatInterval(request),
        offer,
        options(request),
        Optional.ofNullable(request.idempotencyKey())
            .map(key -> new JobSpec.Idempotency(key, hash(request))),
        clock.instant());
  }

  /** Who watches a job does not wait for ever, if the operator says so. */
  private JobOptions options(org.dffmpeg.common.protocol.SubmitJob request) {
    JobLimits limits = request.options().limits();
    int otherwise = (int) policy.defaultQueueTimeout().toSeconds();
    return request.monitor() && otherwise > 0 && limits.queueTimeout() == null
        ? request
            .options()
            .withLimits(new JobLimits(otherwise, limits.runTimeout(), limits.stallTimeout()))
        : request.options();
  }

  private int heartbeatInterval(org.dffmpeg.common.protocol.SubmitJob request) {
    Integer asked = request.heartbeatInterval();
    return asked == null || asked == 0 ? policy.defaultHeartbeatInterval() : asked;
  }

  private static String hash(org.dffmpeg.common.protocol.SubmitJob request) {
    return Sha256.hex(WireJson.write(request));
  }
}
