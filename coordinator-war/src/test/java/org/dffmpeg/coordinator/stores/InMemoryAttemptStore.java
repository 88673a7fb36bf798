package org.dffmpeg.coordinator.stores;

import java.util.List;
import java.util.TreeMap;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Attempts in a map. */
record InMemoryAttemptStore(InMemoryState state) implements AttemptStore {
  @Override
  public void append(EndedAttempt attempt) {
    boolean first =
        state
                .attempts
                .computeIfAbsent(attempt.job(), job -> new TreeMap<>())
                .putIfAbsent(attempt.number(), attempt)
            == null;
    ConflictException.unless(first, attempt.job());
  }

  @Override
  public List<EndedAttempt> lastOf(JobId job, int limit) {
    List<EndedAttempt> all =
        List.copyOf(state.attempts.getOrDefault(job, new TreeMap<>()).values());
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }
}
