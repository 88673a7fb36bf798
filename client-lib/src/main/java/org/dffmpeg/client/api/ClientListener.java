package org.dffmpeg.client.api;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogStream;

/**
 * Hears what happens to jobs. All methods do nothing by default.
 *
 * <p>Called on one named thread per client ({@code dffmpeg-client-events}), in order, never
 * concurrently. A slow listener slows the reading of messages (the queue is bounded); it must not
 * wait for a result. What it throws is logged and dropped. Pairing: {@code onSubmitted} once, then
 * any of the others, then {@code onEnd} once, or {@code onLost} once.
 */
public interface ClientListener {
  /** Hears nothing. */
  ClientListener NONE = new ClientListener() {};

  /** The coordinator took the job, or the client attached to it. */
  default void onSubmitted(JobId job) {}

  /** The job is now in this state. A state may be said twice. */
  default void onStatus(JobId job, JobState state) {}

  /**
   * A line of output, without its end. Records that end in a carriage return (ffmpeg's status line)
   * come too, thinned to about two a second.
   */
  default void onLine(JobId job, LogStream stream, String line) {}

  /** A status line was understood; comes after its {@code onLine}. */
  default void onProgress(JobId job, JobProgress progress) {}

  /** The job ended; every line came before. */
  default void onEnd(JobId job, JobResult result) {}

  /** The job's end cannot be known: the client was closed or is refused. */
  default void onLost(JobId job, ClientException cause) {}
}
