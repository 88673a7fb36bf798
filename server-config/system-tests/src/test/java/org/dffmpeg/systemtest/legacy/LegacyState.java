package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Python coordinator's database, in memory, and the writes that every part makes. All access to
 * jobs and workers happens while this object is locked.
 */
final class LegacyState {
  static final String COORDINATOR = "coordinator";

  final Clock clock;
  final LegacyMessages messages;
  final Map<String, LegacyJob> jobs = new LinkedHashMap<>();
  final Map<String, LegacyWorkerRow> workers = new LinkedHashMap<>();

  LegacyState(Clock clock) {
    this.clock = clock;
    this.messages = new LegacyMessages(clock);
  }

  Instant now() {
    return clock.instant();
  }

  /** Unguarded, as upstream: whatever the state was (PROTOCOL 12). */
  void move(LegacyJob job, String status) {
    job.status = status;
    job.lastUpdate = now();
  }

  void tellRequester(LegacyJob job, @Nullable String sender) {
    tellRequester(job, sender, job.status);
  }

  /** Says a status that may not be the stored one, as worker heartbeats do. */
  void tellRequester(LegacyJob job, @Nullable String sender, String status) {
    JsonObject payload =
        LegacyJson.object(
            "status",
            status,
            "exit_code",
            job.isTerminal() ? job.exitCode : null,
            "last_update",
            LegacyTime.text(job.lastUpdate));
    messages.send("job_status", job.requester, sender, job.id, payload);
  }

  void tellWorker(LegacyJob job, @Nullable String sender, String status) {
    if (job.worker != null) {
      JsonObject payload =
          LegacyJson.object(
              "status", status, "exit_code", null, "last_update", LegacyTime.text(job.lastUpdate));
      messages.send("job_status", job.worker, sender, job.id, payload);
    }
  }

  /** The scheduler (PROTOCOL 14): fewest jobs first; a former worker is left out if others fit. */
  void assign(LegacyJob job) {
    if (!job.status.equals("pending")) {
      return;
    }
    choose(job)
        .ifPresent(
            worker -> {
              job.worker = worker.id;
              job.workerLastSeen = now();
              move(job, "assigned");
              messages.send("job_request", worker.id, null, job.id, job.request());
              tellRequester(job, null);
            });
  }

  private Optional<LegacyWorkerRow> choose(LegacyJob job) {
    List<LegacyWorkerRow> fitting = workers.values().stream().filter(w -> w.fits(job)).toList();
    return fitting.stream()
        .filter(worker -> fitting.size() == 1 || !worker.id.equals(job.worker))
        .min(
            Comparator.comparingLong(this::load)
                .thenComparing(worker -> worker.lastSeen, Comparator.reverseOrder()));
  }

  private long load(LegacyWorkerRow worker) {
    return jobs.values().stream()
        .filter(job -> job.isHeld() && worker.id.equals(job.worker))
        .count();
  }
}
