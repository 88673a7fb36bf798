package org.dffmpeg.systemtest.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogStream;

/** Remembers when jobs began to run, and counts their lines. Thread-safe. */
final class Moments implements ClientListener {
  private final Map<JobId, Long> running = new ConcurrentHashMap<>();
  private final LongAdder lines = new LongAdder();

  @Override
  public void onStatus(JobId job, JobState state) {
    if (state == JobState.RUNNING) {
      running.putIfAbsent(job, System.nanoTime());
    }
  }

  @Override
  public void onLine(JobId job, LogStream stream, String line) {
    lines.increment();
  }

  /** Reading of the nano clock, or now if the job was never seen running. */
  long running(JobId job) {
    return running.getOrDefault(job, System.nanoTime());
  }

  long lines() {
    return lines.sum();
  }
}
