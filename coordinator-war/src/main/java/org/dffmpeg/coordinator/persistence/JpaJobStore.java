package org.dffmpeg.coordinator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;

/** Jobs in the table {@code jobs}. Each query names the index that it relies on. Thread-safe. */
final class JpaJobStore implements JobStore {
  private final CurrentUnit unit;
  private final LaneQueries lanes;
  private final ListQueries lists;

  JpaJobStore(CurrentUnit unit) {
    this.unit = unit;
    this.lanes = new LaneQueries(unit);
    this.lists = new ListQueries(unit);
  }

  @Override
  public void insert(Job job) {
    unit.insert(JobRows.of(job));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return one(
        unit.select("select j from JobRow j where j.jobId = :id", JobRow.class)
            .with("id", id.value()));
  }

  @Override
  public Optional<ClientId> requesterOf(JobId id) {
    return unit.select("select j.spec.requesterId from JobRow j where j.jobId = :id", String.class)
        .with("id", id.value())
        .first(ClientId::new);
  }

  /** Index jobs_by_idempotency_key. */
  @Override
  public Optional<Job> findByIdempotencyKey(ClientId requester, String key) {
    return one(
        unit.select(
                "select j from JobRow j"
                    + " where j.spec.requesterId = :requester and j.spec.idempotencyKey = :key",
                JobRow.class)
            .with("requester", requester.value())
            .with("key", key));
  }

  @Override
  public boolean replace(Job seen, Job next) {
    Change update = unit.change(JobUpdate.JPQL);
    JobUpdate.bind(update, seen, JobRows.withoutSpec(next));
    return update.hit();
  }

  @Override
  public Optional<LaneHead> headOfLaneAfter(String lane) {
    return lanes.headAfter(lane);
  }

  @Override
  public Optional<Job> nextInLane(Job job) {
    return lanes.next(job);
  }

  @Override
  public int lengthOfLane(String lane, int limit) {
    return lanes.length(lane, limit);
  }

  @Override
  public int lengthOfLanesBefore(String lane, int limit) {
    return lanes.lengthBefore(lane, limit);
  }

  @Override
  public int aheadInLane(String lane, Job job, int limit) {
    return lanes.ahead(lane, job, limit);
  }

  /** Index jobs_by_end. */
  @Override
  public List<Duration> lastRunTimes(int limit) {
    return unit
        .select(
            "select j.startedAt, j.endedAt from JobRow j where j.endedAt < :never"
                + " order by j.endedAt desc, j.jobId desc",
            Object[].class)
        .with("never", JobRow.NOT_ENDED)
        .atMost(limit)
        .rows()
        .stream()
        .filter(row -> row[0] != null)
        .map(row -> Duration.between((Instant) row[0], (Instant) row[1]))
        .toList();
  }

  /** Index jobs_by_lane: no more jobs are held than there are slots. */
  @Override
  public Map<ClientId, Integer> slotsHeld() {
    return unit
        .select(
            "select j.spec.requesterId, sum(j.spec.weight) from JobRow j"
                + " where j.state in ('assigned', 'running', 'canceling')"
                + " group by j.spec.requesterId",
            Object[].class)
        .rows()
        .stream()
        .collect(
            Collectors.toMap(
                row -> new ClientId((String) row[0]), row -> ((Number) row[1]).intValue()));
  }

  /** Index jobs_by_not_before. */
  @Override
  public List<JobId> dueToQueue(Instant now, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'pending' and j.notBefore <= :then"
            + " order by j.notBefore",
        now,
        limit);
  }

  /** Index jobs_by_queue_deadline. */
  @Override
  public List<JobId> queueOverdue(Instant now, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'pending' and j.queueDeadline < :then"
            + " order by j.queueDeadline",
        now,
        limit);
  }

  /** Index jobs_by_worker. */
  @Override
  public List<Job> heldBy(WorkerId worker) {
    return unit.select(
            "select j from JobRow j"
                + " where j.workerId = :worker and j.state in ('assigned', 'running', 'canceling')"
                + " order by j.jobId",
            JobRow.class)
        .with("worker", worker.value())
        .list(JobRows::toJob);
  }

  /** Index jobs_by_lane: few jobs run at once. */
  @Override
  public List<JobId> runningSilentSince(Instant then, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'running' and j.workerLastSeen < :then",
        then,
        limit);
  }

  /** Index jobs_by_lane: few jobs are assigned at once. */
  @Override
  public List<JobId> assignedBefore(Instant then, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'assigned' and j.lastUpdate < :then",
        then,
        limit);
  }

  /** Index jobs_by_lane: few jobs run at once. */
  @Override
  public List<JobId> runOverdue(Instant then, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'running' and j.runDeadline < :then",
        then,
        limit);
  }

  /** Index jobs_by_lane: few jobs are canceling at once. */
  @Override
  public List<JobId> cancelOverdue(Instant now, int limit) {
    return ids(
        "select j.jobId from JobRow j where j.state = 'canceling' and j.cancelDeadline < :then",
        now,
        limit);
  }

  private List<JobId> ids(String jpql, Instant then, int limit) {
    return unit.select(jpql, String.class).with("then", then).atMost(limit).list(JobId::new);
  }

  /** Index jobs_by_client_deadline. */
  @Override
  public List<JobId> clientOverdue(Instant now, int longestInterval, int limit) {
    return unit.select(
            "select j.jobId from JobRow j where j.clientDeadline < :now"
                + " and j.spec.heartbeatInterval <= :longest order by j.clientDeadline",
            String.class)
        .with("now", now)
        .with("longest", longestInterval)
        .atMost(limit)
        .list(JobId::new);
  }

  @Override
  public List<Job> ofRequester(
      ClientId requester, Instant endedSince, Optional<JobId> olderThan, int limit) {
    return lists.ofRequester(requester, endedSince, olderThan, limit);
  }

  @Override
  public List<Job> recent(Instant endedSince, int limit) {
    return lists.recent(endedSince, limit);
  }

  /** Index jobs_by_end. */
  @Override
  public List<JobCount> counts(Instant endedSince) {
    return unit.select(
            "select j.spec.binaryName, j.workerId, j.state, count(j.jobId) from JobRow j"
                + " where j.endedAt > :since group by j.spec.binaryName, j.workerId, j.state",
            Object[].class)
        .with("since", endedSince)
        .list(JpaJobStore::toCount);
  }

  private static JobCount toCount(Object[] row) {
    boolean active = JobState.ofWireName((String) row[2]).filter(JobState::isTerminal).isEmpty();
    return new JobCount(
        (String) row[0],
        Optional.ofNullable((String) row[1]).map(WorkerId::new),
        active,
        ((Number) row[3]).longValue());
  }

  private static Optional<Job> one(Selection<JobRow> query) {
    return query.first(JobRows::toJob);
  }
}
