package org.dffmpeg.coordinator.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;

/** Reads what the core is told. */
final class PolicyReader {
  /** Running jobs are given up by an operator only. */
  private static final String NO_LEASE = "none";

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private PolicyReader() {}

  static CoordinatorPolicy read(SettingsReader settings) {
    List<String> binaries = settings.texts("allowed_binaries", List.of("ffmpeg", "ffprobe"));
    if (binaries.isEmpty()) {
      settings.problem("allowed_binaries", "expected at least one, else no job can run");
    }
    int heartbeat = settings.integer("default_job_heartbeat_interval", 5, 1, 3600);
    LeasePolicy leases = leases(settings);
    if (!leases.jobLease().isZero() && leases.jobLease().toSeconds() < 2L * heartbeat) {
      settings.problem(
          "job_lease", "expected at least two heartbeats (default_job_heartbeat_interval)");
    }
    return new CoordinatorPolicy(
        Set.copyOf(binaries),
        heartbeat,
        settings.integer("default_worker_slots", 4, 1, Slots.MOST),
        settings.integer("default_probe_slots", 2, 0, Slots.MOST),
        Duration.ofSeconds(settings.integer("default_queue_timeout", 0, 0, JobLimits.LONGEST)),
        leases);
  }

  private static LeasePolicy leases(SettingsReader settings) {
    return new LeasePolicy(
        settings.text("job_lease", "").equals(NO_LEASE)
            ? Duration.ZERO
            : settings.duration(
                "job_lease", Duration.ofSeconds(90), SECOND.multipliedBy(5), HOUR.multipliedBy(24)),
        settings.duration("job_assignment_timeout", Duration.ofSeconds(10), SECOND, HOUR),
        settings.duration("cancel_timeout", Duration.ofSeconds(30), SECOND, HOUR));
  }
}
