package org.dffmpeg.coordinator.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.coordinator.core.retention.Sweep;
import org.jspecify.annotations.Nullable;

/** The latest executions of one batch job, as the repository knows them. Immutable. */
final class Executions {
  private static final Set<BatchStatus> UNDER_WAY =
      Set.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  private final JobOperator operator;
  private final Set<Long> running;
  private final List<JobExecution> latest;

  /** Asks who is running before and after the list: one that begins or ends meanwhile counts. */
  private Executions(JobOperator operator, String job, int limit) {
    this.operator = operator;
    this.running = new HashSet<>(running(operator, job));
    this.latest =
        instances(operator, job, limit).stream()
            .flatMap(instance -> operator.getJobExecutions(instance).stream())
            .sorted(Comparator.comparing(JobExecution::getExecutionId).reversed())
            .limit(limit)
            .toList();
    running.addAll(running(operator, job));
  }

  /** Newest first; none if the job never ran. */
  static Executions latest(JobOperator operator, String job, int limit) {
    return new Executions(operator, job, limit);
  }

  private static List<JobInstance> instances(JobOperator operator, String job, int limit) {
    try {
      return operator.getJobInstances(job, 0, limit);
    } catch (NoSuchJobException never) {
      return List.of();
    }
  }

  /** Some runtimes do not know a job that does not run. */
  private static List<Long> running(JobOperator operator, String job) {
    try {
      return operator.getRunningExecutions(job);
    } catch (NoSuchJobException none) {
      return List.of();
    }
  }

  Stream<JobExecution> stream() {
    return latest.stream();
  }

  boolean isUnderWay(JobExecution run) {
    return running.contains(run.getExecutionId());
  }

  /** J2: the repository calls it started, and nobody runs it. */
  boolean isInterrupted(JobExecution run) {
    return !isUnderWay(run) && UNDER_WAY.contains(run.getBatchStatus());
  }

  /** Neither under way nor completed. */
  boolean canGoOn(JobExecution run) {
    return isInterrupted(run)
        || run.getBatchStatus() == BatchStatus.FAILED
        || run.getBatchStatus() == BatchStatus.STOPPED;
  }

  RetentionRun view(JobExecution run) {
    return view(run, isInterrupted(run) ? "interrupted" : word(run.getBatchStatus()));
  }

  /** As one that has only begun. */
  RetentionRun viewStarted(JobExecution run) {
    return view(run, word(BatchStatus.STARTED));
  }

  private RetentionRun view(JobExecution run, String status) {
    Map<String, Long> written =
        operator.getStepExecutions(run.getExecutionId()).stream()
            .collect(Collectors.toMap(StepExecution::getStepName, Executions::written, Long::sum));
    return new RetentionRun(
        run.getExecutionId(),
        status,
        instant(run.getStartTime()),
        UNDER_WAY.contains(run.getBatchStatus()) ? null : instant(run.getEndTime()),
        written.getOrDefault(Sweep.LOGS.wireName(), 0L),
        written.getOrDefault(Sweep.MESSAGES.wireName(), 0L),
        written.getOrDefault(Sweep.JOBS.wireName(), 0L),
        written.getOrDefault(Sweep.WORKERS.wireName(), 0L));
  }

  private static String word(BatchStatus status) {
    return switch (status) {
      case STARTING, STARTED, STOPPING -> "running";
      case COMPLETED -> "completed";
      case STOPPED, FAILED, ABANDONED -> "failed";
    };
  }

  private static long written(StepExecution step) {
    return Stream.of(step.getMetrics())
        .filter(metric -> metric.getType() == Metric.MetricType.WRITE_COUNT)
        .mapToLong(Metric::getValue)
        .sum();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
