package org.dffmpeg.coordinator.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;

/**
 * The jobs. Called inside a unit of {@code Transactions}; thread-safe. Every list has a limit or is
 * bounded by the slots of the fleet, and every query has its index.
 */
public interface JobStore {
  /**
   * Adds a new one.
   *
   * @throws org.dffmpeg.coordinator.core.tx.ConflictException if the id, or the requester's
   *     idempotency key, is taken
   */
  void insert(Job job);

  Optional<Job> find(JobId id);

  /** Whose job it is; empty for an unknown one. */
  Optional<ClientId> requesterOf(JobId id);

  Optional<Job> findByIdempotencyKey(ClientId requester, String key);

  /**
   * Compare-and-set on {@link Job#version}; everything but the spec is written.
   *
   * @return false if somebody else was first
   */
  boolean replace(Job seen, Job next);

  /**
   * The first pending job of the first lane after {@code lane} ("" for the first of all): of the
   * highest priority the oldest. Jobs that are kept back are in no lane.
   */
  Optional<LaneHead> headOfLaneAfter(String lane);

  /**
   * The first job of a lane.
   *
   * @param lane as it is stored: another version of the coordinator may have named it otherwise
   *     than {@link Job#lane}
   */
  record LaneHead(String lane, Job job) {}

  /** The first pending job in the lane of {@code job} that comes after it. */
  Optional<Job> nextInLane(Job job);

  /** How many pending jobs are in the lane, counted up to the limit. */
  int lengthOfLane(String lane, int limit);

  /** How many pending jobs are in the lanes before that text, counted up to the limit. */
  int lengthOfLanesBefore(String lane, int limit);

  /**
   * How many pending jobs of the lane have a higher priority than {@code job}, or the same and are
   * older, counted up to the limit. The job itself may be in another lane.
   */
  int aheadInLane(String lane, Job job, int limit);

  /** How long the jobs ran that ended last, the latest first. */
  List<Duration> lastRunTimes(int limit);

  /** The slots that the jobs of each requester hold on workers; who holds none is left out. */
  Map<ClientId, Integer> slotsHeld();

  /** Pending jobs that are kept back, but not any longer. */
  List<JobId> dueToQueue(Instant now, int limit);

  /** Pending jobs whose time in the queue is over. */
  List<JobId> queueOverdue(Instant now, int limit);

  /** The jobs that the worker holds. */
  List<Job> heldBy(WorkerId worker);

  /** Running jobs whose worker was last heard of before then. */
  List<JobId> runningSilentSince(Instant then, int limit);

  /** Assigned jobs that were assigned before then. */
  List<JobId> assignedBefore(Instant then, int limit);

  /** Running jobs that may not run for ever, and were to end before then. */
  List<JobId> runOverdue(Instant then, int limit);

  /** Canceling jobs whose deadline is over. */
  List<JobId> cancelOverdue(Instant now, int limit);

  /**
   * Monitored jobs, neither ended nor canceling, whose client's deadline is over, with a heartbeat
   * interval of at most so many seconds.
   */
  List<JobId> clientOverdue(Instant now, int longestInterval, int limit);

  /** So many bytes of arguments and paths are in one list of jobs, unless its only job has more. */
  long MOST_BYTES = 8L << 20;

  /**
   * Active jobs of the requester and those ended since, older than the cursor, newest first; as
   * many as {@link #MOST_BYTES} allow.
   */
  List<Job> ofRequester(
      ClientId requester, Instant endedSince, Optional<JobId> olderThan, int limit);

  /**
   * Active jobs of everybody and those ended since, newest first; as many as {@link #MOST_BYTES}
   * allow.
   */
  List<Job> recent(Instant endedSince, int limit);

  /** Active jobs, and those ended since, counted by binary and worker. */
  List<JobCount> counts(Instant endedSince);

  /** How many jobs; {@code active} ones are those not ended. */
  record JobCount(String binary, Optional<WorkerId> worker, boolean active, long jobs) {}
}
