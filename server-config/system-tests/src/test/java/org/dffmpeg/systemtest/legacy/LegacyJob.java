package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the jobs table. Mutable; guarded by {@link LegacyState}. */
final class LegacyJob {
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "canceled");

  final String id;
  final String requester;
  final String binary;
  final List<String> arguments;
  final List<String> paths;
  final @Nullable String workingDirectory;
  final int heartbeatInterval;
  final Instant createdAt;
  boolean monitor;
  String status = "pending";
  @Nullable Integer exitCode;
  @Nullable String worker;
  Instant lastUpdate;
  @Nullable Instant workerLastSeen;
  @Nullable Instant clientLastSeen;

  LegacyJob(String id, String requester, JsonObject submitted, Instant now) {
    this.id = id;
    this.requester = requester;
    this.binary = submitted.getString("binary_name");
    this.arguments = LegacyJson.texts(submitted, "arguments");
    this.paths = LegacyJson.texts(submitted, "paths");
    this.workingDirectory =
        LegacyJson.isPresent(submitted, "working_directory")
            ? submitted.getString("working_directory")
            : null;
    int interval =
        LegacyJson.isPresent(submitted, "heartbeat_interval")
            ? submitted.getInt("heartbeat_interval")
            : 0;
    this.heartbeatInterval = interval == 0 ? 5 : interval;
    this.monitor = submitted.getBoolean("monitor", false);
    this.createdAt = now;
    this.lastUpdate = now;
    this.clientLastSeen = monitor ? now : null;
  }

  boolean isTerminal() {
    return TERMINAL.contains(status);
  }

  boolean isHeld() {
    return !isTerminal() && !status.equals("pending");
  }

  /** What a worker is told: a directory that is not mapped is none (PROTOCOL 6). */
  JsonObject request() {
    boolean mapped =
        workingDirectory != null
            && (workingDirectory.startsWith("$") || workingDirectory.startsWith("file:$"));
    return LegacyJson.object(
        "job_id", id,
        "binary_name", binary,
        "arguments", arguments,
        "paths", paths,
        "working_directory", mapped ? workingDirectory : null,
        "heartbeat_interval", heartbeatInterval);
  }

  JsonObject statusPayload() {
    return LegacyJson.object(
        "status", status, "exit_code", exitCode, "last_update", LegacyTime.text(lastUpdate));
  }

  JsonObject record() {
    return LegacyJson.object(
        "transport", "http_polling",
        "transport_metadata", LegacyJson.object("path", "/poll/jobs/" + id),
        "job_id", id,
        "requester_id", requester,
        "binary_name", binary,
        "arguments", arguments,
        "paths", paths,
        "working_directory", workingDirectory,
        "status", status,
        "exit_code", exitCode,
        "worker_id", worker,
        "created_at", LegacyTime.text(createdAt),
        "last_update", LegacyTime.text(lastUpdate),
        "worker_last_seen", LegacyTime.text(workerLastSeen),
        "client_last_seen", LegacyTime.text(clientLastSeen),
        "heartbeat_interval", heartbeatInterval,
        "monitor", monitor);
  }
}
