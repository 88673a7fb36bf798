package org.dffmpeg.coordinator.core.delivery;

import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;

/**
 * A line of messages to one listener: the commands to a worker, or what the requester of a job
 * hears. Message ids strictly increase along it, in commit order. Immutable.
 *
 * @param text {@code worker:<id>} or {@code job:<id>}: the key in the stores
 */
public record Channel(String text) {
  private static final String WORKER = "worker:";
  private static final String JOB = "job:";

  public Channel {
    if (!text.startsWith(WORKER) && !text.startsWith(JOB)) {
      throw new IllegalArgumentException("not a channel: " + text);
    }
  }

  public static Channel of(WorkerId worker) {
    return new Channel(WORKER + worker.value());
  }

  public static Channel of(JobId job) {
    return new Channel(JOB + job.value());
  }

  /** The channel of this text, if it is one. */
  public static Optional<Channel> parse(String text) {
    return text.startsWith(WORKER) || text.startsWith(JOB)
        ? Optional.of(new Channel(text))
        : Optional.empty();
  }

  /** Whether a worker listens; else a job's requester does. */
  public boolean isWorker() {
    return text.startsWith(WORKER);
  }

  /** The id of the worker or the job: the key of the row that owns the channel. */
  public String owner() {
    return text.substring(text.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
