package org.dffmpeg.coordinator.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.coordinator.core.retention.RetentionRuns;

/** Runs of the batch job {@code retention}. Thread-safe: what starts one waits for its like. */
public final class BatchRetentionRuns implements RetentionRuns {
  private static final Logger LOG = System.getLogger(BatchRetentionRuns.class.getName());
  private static final String JOB = "retention";

  @Override
  public synchronized RetentionRun start() {
    JobOperator operator = BatchRuntime.getJobOperator();
    Executions last = Executions.latest(operator, JOB, 1);
    return last.stream()
        .filter(last::isUnderWay)
        .findFirst()
        .map(last::view)
        .orElseGet(
            () ->
                last.viewStarted(
                    last.stream()
                        .filter(last::canGoOn)
                        .findFirst()
                        .flatMap(run -> restart(operator, run))
                        .orElseGet(() -> begin(operator))));
  }

  @Override
  public synchronized void resume() {
    JobOperator operator = BatchRuntime.getJobOperator();
    Executions last = Executions.latest(operator, JOB, 1);
    last.stream()
        .filter(last::isInterrupted)
        .findFirst()
        .flatMap(run -> restart(operator, run))
        .ifPresent(
            run -> LOG.log(Level.INFO, () -> "retention goes on as run " + run.getExecutionId()));
  }

  @Override
  public List<RetentionRun> latest(int limit) {
    Executions latest = Executions.latest(BatchRuntime.getJobOperator(), JOB, limit);
    return latest.stream().map(latest::view).toList();
  }

  private static JobExecution begin(JobOperator operator) {
    return operator.getJobExecution(operator.start(JOB, new Properties()));
  }

  /** Empty if the runtime does not take it up: a new run begins where the marks are, as well. */
  private static Optional<JobExecution> restart(JobOperator operator, JobExecution run) {
    try {
      long next = operator.restart(run.getExecutionId(), new Properties());
      return Optional.of(operator.getJobExecution(next));
    } catch (BatchRuntimeException e) {
      LOG.log(Level.WARNING, () -> "retention run " + run.getExecutionId() + " is given up", e);
      return Optional.empty();
    }
  }
}
