package org.dffmpeg.systemtest.legacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sweeps of PROTOCOL 13, in their order and with their thresholds. */
final class LegacyJanitor implements Runnable {
  private static final Duration ACCEPT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
  private static final Duration PENDING_TIMEOUT = Duration.ofSeconds(30);
  private static final Set<String> ALIVE = Set.of("online", "draining");

  private final LegacyState state;

  LegacyJanitor(LegacyState state) {
    this.state = state;
  }

  @Override
  public void run() {
    synchronized (state) {
      state.workers.values().forEach(this::sweepWorker);
      List.copyOf(state.jobs.values()).forEach(this::sweepJob);
    }
  }

  private void sweepWorker(LegacyWorkerRow row) {
    Duration lease = Duration.ofMillis(1500L * row.registrationInterval);
    boolean stale =
        (ALIVE.contains(row.status) && isOlder(row.lastSeen, lease))
            || (row.status.equals("registering") && isOlder(row.lastAttempt, lease));
    if (stale) {
      row.clear();
    }
  }

  private void sweepJob(LegacyJob job) {
    Duration lease = Duration.ofMillis(2500L * job.heartbeatInterval);
    if (job.status.equals("running") && isOlder(job.workerLastSeen, lease)) {
      fail(job);
      state.tellWorker(job, null, "failed");
    } else if (job.status.equals("assigned") && isOlder(job.lastUpdate, ACCEPT_TIMEOUT)) {
      state.move(job, "pending");
      state.tellWorker(job, null, "canceled");
    } else if (job.status.equals("pending")) {
      sweepPending(job);
    }
    if (job.monitor && !job.isTerminal() && isOlder(job.clientLastSeen, lease)) {
      state.move(job, "canceling");
      state.tellWorker(job, null, "canceling");
      state.tellRequester(job, null);
    }
  }

  private void sweepPending(LegacyJob job) {
    if (isOlder(job.lastUpdate, PENDING_TIMEOUT)) {
      fail(job);
    } else if (isOlder(job.lastUpdate, RETRY_DELAY)) {
      state.assign(job);
    }
  }

  private void fail(LegacyJob job) {
    state.move(job, "failed");
    state.tellRequester(job, null);
  }

  private boolean isOlder(@Nullable Instant since, Duration age) {
    return since != null && since.plus(age).isBefore(state.now());
  }
}
