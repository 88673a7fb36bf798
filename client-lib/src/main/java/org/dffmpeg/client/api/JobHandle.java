package org.dffmpeg.client.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobView;

/**
 * A job that was taken by the coordinator. {@link #cancel} ends the job; cancelling {@link #result}
 * only ends the waiting. Not to be implemented by users. Thread-safe.
 */
public interface JobHandle {

  /** The coordinator's name for it. */
  JobId id();

  /** What became of the arguments on their way: which were mapped, which were not. */
  MappedCommand command();

  /**
   * The end of the job. Cancelling this future does not cancel the job. Each call gives a future of
   * its own. Completes exceptionally only with a {@link ClientException}, when the end cannot be
   * known. Dependents without an executor run on the listener's thread: they must not block.
   *
   * @throws IllegalStateException if the job is not watched ({@link JobRequest#detached})
   */
  CompletableFuture<JobResult> result();

  /**
   * Waits for the end of the job. Must not be called from a listener.
   *
   * @throws TimeoutException if it has not ended by then; the job goes on
   * @throws ClientException if the end cannot be known
   */
  JobResult await(Duration timeout) throws TimeoutException, InterruptedException;

  /** As {@link #await(Duration)}, for ever. */
  JobResult await() throws InterruptedException;

  /** The latest progress that ffmpeg printed, or empty before the first. Does not block. */
  Optional<JobProgress> progress();

  /** Asks the coordinator how the job is. Blocks. */
  JobView status();

  /**
   * Asks the coordinator where the job ran and how that came out: one entry for each time that it
   * was given to a worker, in their order, the present or last one at the end; of more than 50 the
   * last 50. Each names the worker, when the job was assigned, started and ended, and why it ended,
   * as a word and as a sentence. Of a job that ran once and well it is one entry with the reason
   * {@code EXITED}. Empty before the first assignment, and from a coordinator that keeps none.
   * Blocks.
   */
  List<AttemptView> attempts();

  /** Ends the job: ffmpeg is stopped on the worker. Blocks until the coordinator took the wish. */
  void cancel();
}
