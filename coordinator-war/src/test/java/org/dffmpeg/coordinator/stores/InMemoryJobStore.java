package org.dffmpeg.coordinator.stores;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobSpec.Idempotency;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Jobs in a map. */
record InMemoryJobStore(InMemoryState state) implements JobStore {
  private static final Comparator<Job> PRIORITY_AND_AGE =
      Comparator.comparing((Job job) -> job.place().priority(), Comparator.reverseOrder())
          .thenComparing(Job::id);
  private static final Comparator<Job> LANE_ORDER =
      Comparator.comparing(Job::lane).thenComparing(PRIORITY_AND_AGE);

  @Override
  public void insert(Job job) {
    Optional<String> key = job.spec().idempotency().map(Idempotency::key);
    boolean taken =
        state.jobs.containsKey(job.id())
            || key.flatMap(text -> findByIdempotencyKey(job.spec().requester(), text)).isPresent();
    ConflictException.unless(!taken, job.id());
    state.jobs.put(job.id(), job);
  }

  @Override
  public Optional<Job> find(JobId id) {
    return Optional.ofNullable(state.jobs.get(id));
  }

  @Override
  public Optional<ClientId> requesterOf(JobId id) {
    return find(id).map(job -> job.spec().requester());
  }

  @Override
  public Optional<Job> findByIdempotencyKey(ClientId requester, String key) {
    return where(
            job ->
                job.spec().requester().equals(requester)
                    && job.spec().idempotency().map(Idempotency::key).equals(Optional.of(key)))
        .findFirst();
  }

  @Override
  public boolean replace(Job seen, Job next) {
    boolean first = find(seen.id()).filter(now -> now.version() == seen.version()).isPresent();
    if (first) {
      state.jobs.put(seen.id(), versioned(next, seen.version() + 1));
    }
    return first;
  }

  private static Job versioned(Job job, long version) {
    return new Job(
        job.id(),
        job.spec(),
        job.state(),
        job.place(),
        job.lastUpdate(),
        job.attempt(),
        job.watch(),
        job.cancellation(),
        job.end(),
        job.tail(),
        version);
  }

  @Override
  public Optional<LaneHead> headOfLaneAfter(String lane) {
    return in(JobState.PENDING)
        .filter(job -> job.lane().compareTo(lane) > 0)
        .min(LANE_ORDER)
        .map(job -> new LaneHead(job.lane(), job));
  }

  @Override
  public Optional<Job> nextInLane(Job before) {
    return in(JobState.PENDING)
        .filter(job -> job.lane().equals(before.lane()) && LANE_ORDER.compare(job, before) > 0)
        .min(LANE_ORDER);
  }

  @Override
  public int lengthOfLane(String lane, int limit) {
    return (int) in(JobState.PENDING).filter(job -> job.lane().equals(lane)).limit(limit).count();
  }

  @Override
  public int lengthOfLanesBefore(String lane, int limit) {
    return (int)
        in(JobState.PENDING)
            .filter(job -> !job.lane().isEmpty() && job.lane().compareTo(lane) < 0)
            .limit(limit)
            .count();
  }

  @Override
  public int aheadInLane(String lane, Job other, int limit) {
    return (int)
        in(JobState.PENDING)
            .filter(job -> job.lane().equals(lane) && PRIORITY_AND_AGE.compare(job, other) < 0)
            .limit(limit)
            .count();
  }

  @Override
  public List<Duration> lastRunTimes(int limit) {
    return where(job -> job.end().isPresent())
        .sorted(Comparator.comparing((Job job) -> job.end().orElseThrow().at()).reversed())
        .limit(limit)
        .flatMap(
            job ->
                job.attempt().startedAt().stream()
                    .map(start -> Duration.between(start, job.end().orElseThrow().at())))
        .toList();
  }

  @Override
  public Map<ClientId, Integer> slotsHeld() {
    return where(job -> job.state().isHeldByWorker())
        .collect(
            Collectors.toMap(
                job -> job.spec().requester(),
                job -> job.spec().options().slots().total(),
                Integer::sum));
  }

  @Override
  public List<JobId> dueToQueue(Instant now, int limit) {
    return ids(
        in(JobState.PENDING)
            .filter(job -> job.place().notBefore().filter(time -> !time.isAfter(now)).isPresent()),
        limit);
  }

  @Override
  public List<JobId> queueOverdue(Instant now, int limit) {
    return ids(
        in(JobState.PENDING).filter(job -> job.place().deadline().filter(now::isAfter).isPresent()),
        limit);
  }

  @Override
  public List<Job> heldBy(WorkerId worker) {
    return where(job -> job.isOf(worker) && job.state().isHeldByWorker()).toList();
  }

  @Override
  public List<JobId> runningSilentSince(Instant then, int limit) {
    return ids(
        in(JobState.RUNNING)
            .filter(job -> job.attempt().lastSeen().filter(then::isAfter).isPresent()),
        limit);
  }

  @Override
  public List<JobId> assignedBefore(Instant then, int limit) {
    return ids(in(JobState.ASSIGNED).filter(job -> job.lastUpdate().isBefore(then)), limit);
  }

  @Override
  public List<JobId> runOverdue(Instant then, int limit) {
    return ids(
        in(JobState.RUNNING).filter(job -> job.runDeadline().filter(then::isAfter).isPresent()),
        limit);
  }

  @Override
  public List<JobId> cancelOverdue(Instant now, int limit) {
    return ids(
        in(JobState.CANCELING)
            .filter(job -> job.cancellation().orElseThrow().deadline().isBefore(now)),
        limit);
  }

  @Override
  public List<JobId> clientOverdue(Instant now, int longestInterval, int limit) {
    return ids(
        where(
            job ->
                job.watch().deadline().filter(now::isAfter).isPresent()
                    && job.spec().heartbeatInterval() <= longestInterval),
        limit);
  }

  private static List<JobId> ids(Stream<Job> jobs, int limit) {
    return jobs.map(Job::id).limit(limit).toList();
  }

  @Override
  public List<Job> ofRequester(
      ClientId requester, Instant endedSince, Optional<JobId> olderThan, int limit) {
    return recent(
        endedSince,
        job ->
            job.spec().requester().equals(requester)
                && olderThan.filter(cursor -> job.id().compareTo(cursor) >= 0).isEmpty(),
        limit);
  }

  @Override
  public List<Job> recent(Instant endedSince, int limit) {
    return recent(endedSince, job -> true, limit);
  }

  private List<Job> recent(Instant endedSince, Predicate<Job> which, int limit) {
    List<Job> newest =
        where(which.and(job -> isActiveOrEndedSince(job, endedSince)))
            .sorted(Comparator.comparing(Job::id).reversed())
            .limit(limit)
            .toList();
    long bytes = 0;
    int fitting = 0;
    for (Job job : newest) {
      bytes += bytes(job.spec().arguments()) + bytes(job.spec().paths());
      if (bytes > MOST_BYTES && fitting > 0) {
        break;
      }
      fitting++;
    }
    return newest.subList(0, fitting);
  }

  private static long bytes(List<String> texts) {
    return texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
  }

  private static boolean isActiveOrEndedSince(Job job, Instant since) {
    return job.end().map(end -> end.at().isAfter(since)).orElse(true);
  }

  @Override
  public List<JobCount> counts(Instant endedSince) {
    Map<JobCount, Long> counts =
        where(job -> isActiveOrEndedSince(job, endedSince))
            .collect(Collectors.groupingBy(InMemoryJobStore::kind, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            e ->
                new JobCount(
                    e.getKey().binary(), e.getKey().worker(), e.getKey().active(), e.getValue()))
        .toList();
  }

  private static JobCount kind(Job job) {
    return new JobCount(job.spec().binary(), job.attempt().worker(), !job.state().isTerminal(), 0);
  }

  private Stream<Job> in(JobState wanted) {
    return where(job -> job.state() == wanted);
  }

  private Stream<Job> where(Predicate<Job> which) {
    return List.copyOf(state.jobs.values()).stream().filter(which);
  }
}
