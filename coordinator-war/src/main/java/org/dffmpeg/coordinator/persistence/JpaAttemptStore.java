package org.dffmpeg.coordinator.persistence;

import java.util.Comparator;
import java.util.List;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.EndedAttempt;

/** Attempts in the table {@code attempts}. Thread-safe. */
final class JpaAttemptStore implements AttemptStore {
  private final CurrentUnit unit;

  JpaAttemptStore(CurrentUnit unit) {
    this.unit = unit;
  }

  @Override
  public void append(EndedAttempt attempt) {
    unit.append(AttemptRow.of(attempt));
  }

  /** The primary key. */
  @Override
  public List<EndedAttempt> lastOf(JobId job, int limit) {
    return unit
        .select(
            "select a from AttemptRow a where a.jobId = :job order by a.attempt desc",
            AttemptRow.class)
        .with("job", job.value())
        .atMost(limit)
        .list(AttemptRow::toAttempt)
        .stream()
        .sorted(Comparator.comparing(EndedAttempt::number))
        .toList();
  }
}
