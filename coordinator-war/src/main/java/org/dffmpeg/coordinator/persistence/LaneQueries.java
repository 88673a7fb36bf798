package org.dffmpeg.coordinator.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;

/** The lanes of the queue in the table {@code jobs}. All rely on one index. Thread-safe. */
final class LaneQueries {
  private static final Logger LOG = System.getLogger(LaneQueries.class.getName());
  private static final String LANE_ORDER = " order by j.state, j.lane, j.priority desc, j.jobId";

  private final CurrentUnit unit;

  LaneQueries(CurrentUnit unit) {
    this.unit = unit;
  }

  /** Of those that can be read. */
  Optional<LaneHead> headAfter(String lane) {
    Optional<JobRow> row = firstAfter(lane);
    Optional<Job> job = row.flatMap(LaneQueries::read);
    while (row.isPresent() && job.isEmpty()) {
      JobRow unreadable = row.get();
      row = behind(unreadable).or(() -> firstAfter(unreadable.lane));
      job = row.flatMap(LaneQueries::read);
    }
    String found = row.map(first -> first.lane).orElse(lane);
    return job.map(head -> new LaneHead(found, head));
  }

  /** Index jobs_by_lane. */
  private Optional<JobRow> firstAfter(String lane) {
    return unit.select(
            "select j from JobRow j where j.state = 'pending' and j.lane > :lane" + LANE_ORDER,
            JobRow.class)
        .with("lane", lane)
        .atMost(1)
        .first(row -> row);
  }

  /** Of those that can be read. */
  Optional<Job> next(Job job) {
    Optional<JobRow> row = behind(job.lane(), job.place().priority(), job.id().value());
    Optional<Job> next = row.flatMap(LaneQueries::read);
    while (row.isPresent() && next.isEmpty()) {
      row = behind(row.get());
      next = row.flatMap(LaneQueries::read);
    }
    return next;
  }

  private Optional<JobRow> behind(JobRow row) {
    return behind(row.lane, row.priority, row.jobId);
  }

  /** Index jobs_by_lane. */
  private Optional<JobRow> behind(String lane, int priority, String job) {
    return unit.select(
            "select j from JobRow j where j.state = 'pending' and j.lane = :lane"
                + " and j.priority <= :priority"
                + " and (j.priority < :priority or j.jobId > :job)"
                + LANE_ORDER,
            JobRow.class)
        .with("lane", lane)
        .with("priority", priority)
        .with("job", job)
        .atMost(1)
        .first(row -> row);
  }

  /** One that is damaged, or of another version, must not hold up those behind it. */
  private static Optional<Job> read(JobRow row) {
    try {
      return Optional.of(JobRows.toJob(row));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.log(Level.ERROR, () -> "job " + row.jobId + " is passed over, it cannot be read: " + e);
      return Optional.empty();
    }
  }

  /** Index jobs_by_lane. */
  int length(String lane, int limit) {
    return count("j.lane = :lane", lane, limit, waiting -> waiting);
  }

  /** Index jobs_by_lane. */
  int lengthBefore(String lane, int limit) {
    return count("j.lane > '' and j.lane < :lane", lane, limit, waiting -> waiting);
  }

  /** Index jobs_by_lane, once for each half. */
  int ahead(String lane, Job job, int limit) {
    int priority = job.place().priority();
    int higher =
        count(
            "j.lane = :lane and j.priority > :priority",
            lane,
            limit,
            waiting -> waiting.with("priority", priority));
    int older =
        count(
            "j.lane = :lane and j.priority = :priority and j.jobId < :job",
            lane,
            limit,
            waiting -> waiting.with("priority", priority).with("job", job.id().value()));
    return Math.min(limit, higher + older);
  }

  private int count(
      String which, String lane, int limit, UnaryOperator<Selection<String>> parameters) {
    return parameters
        .apply(
            unit.select(
                    "select j.jobId from JobRow j where j.state = 'pending' and " + which,
                    String.class)
                .with("lane", lane)
                .atMost(limit))
        .rows()
        .size();
  }
}
