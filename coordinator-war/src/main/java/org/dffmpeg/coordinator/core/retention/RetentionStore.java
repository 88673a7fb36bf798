package org.dffmpeg.coordinator.core.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;

/**
 * What is over, oldest first, and its deletion. Called inside a unit of {@code Transactions};
 * thread-safe. Every list has a limit, and every query has its index.
 */
public interface RetentionStore {
  /** Jobs that ended before then, behind the cursor, in the order of {@link Aged}. */
  List<Aged> endedJobs(Aged cursor, Instant before, int limit);

  /** When the oldest of the {@code count} jobs ended that ended last; empty if there are fewer. */
  Optional<Instant> oldestOfNewest(int count);

  /** Offline workers last seen before then, behind the cursor, in the order of {@link Aged}. */
  List<Aged> offlineWorkers(Aged cursor, Instant before, int limit);

  /** Deletes output of the job, the oldest first; returns how many of its messages. */
  int deleteLogs(JobId job, int most);

  /** Deletes messages of the job that are no output, as {@link #deleteLogs}. */
  int deleteNews(JobId job, int most);

  /** Deletes messages of the job, of whatever kind, as {@link #deleteLogs}. */
  int deleteMessages(JobId job, int most);

  /**
   * Deletes these jobs with all messages that they have left. They were read as ended, which is
   * final.
   */
  void deleteEnded(List<JobId> jobs);

  /**
   * Deletes the worker and what lies on its channel, if it is offline, was not seen since then, and
   * holds no job.
   */
  void deleteOffline(WorkerId worker, Instant before);

  /** Up to where this sweep has deleted; {@link Aged#FIRST} if it never has. */
  Aged mark(Sweep sweep);

  /** Moves the mark forward; it never moves back. */
  void moveMark(Sweep sweep, Aged through);
}
