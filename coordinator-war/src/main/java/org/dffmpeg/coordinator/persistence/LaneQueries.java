package org.dffmpeg.coordinator.persistence;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;

/** The lanes of the queue in the table {@code jobs}. All rely on one index. Thread-safe. */
final class LaneQueries {
  private static final String LANE_ORDER = " order by j.state, j.lane, j.priority desc, j.jobId";

  private final CurrentUnit unit;

  LaneQueries(CurrentUnit unit) {
    this.unit = unit;
  }

  /** Index jobs_by_lane. */
  Optional<LaneHead> headAfter(String lane) {
    return unit.select(
            "select j from JobRow j where j.state = 'pending' and j.lane > :lane" + LANE_ORDER,
            JobRow.class)
        .with("lane", lane)
        .atMost(1)
        .first(row -> new LaneHead(row.lane, JobRows.toJob(row)));
  }

  /** Index jobs_by_lane. */
  Optional<Job> next(Job job) {
    return unit.select(
            "select j from JobRow j where j.state = 'pending' and j.lane = :lane"
                + " and j.priority <= :priority"
                + " and (j.priority < :priority or j.jobId > :job)"
                + LANE_ORDER,
            JobRow.class)
        .with("lane", job.lane())
        .with("priority", job.place().priority())
        .with("job", job.id().value())
        .atMost(1)
        .first(JobRows::toJob);
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
