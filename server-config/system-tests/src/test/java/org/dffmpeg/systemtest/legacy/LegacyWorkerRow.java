package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the workers table. Mutable; guarded by {@link LegacyState}. */
final class LegacyWorkerRow {
  final String id;
  String status = "offline";
  List<String> capabilities = List.of();
  List<String> binaries = List.of();
  List<String> paths = List.of();
  String transport = "none";
  int registrationInterval;
  @Nullable String version;
  @Nullable String token;
  Instant lastSeen;
  Instant lastAttempt;

  LegacyWorkerRow(String id, Instant now) {
    this.id = id;
    this.lastSeen = now;
    this.lastAttempt = now;
  }

  void clear() {
    status = "offline";
    capabilities = List.of();
    binaries = List.of();
    paths = List.of();
    transport = "none";
    registrationInterval = 0;
    version = null;
    token = null;
  }

  boolean fits(LegacyJob job) {
    return status.equals("online") && binaries.contains(job.binary) && paths.containsAll(job.paths);
  }

  JsonObject json() {
    return LegacyJson.object(
        "worker_id", id,
        "capabilities", capabilities,
        "binaries", binaries,
        "paths", paths,
        "registration_interval", registrationInterval,
        "version", version,
        "status", status,
        "last_seen", LegacyTime.text(lastSeen));
  }
}
