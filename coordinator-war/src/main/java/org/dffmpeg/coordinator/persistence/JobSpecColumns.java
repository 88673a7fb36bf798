package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.coordinator.core.job.JobSpec;
import org.dffmpeg.coordinator.core.job.JobSpec.Idempotency;
import org.jspecify.annotations.Nullable;

/** The columns of {@code jobs} that never change. Confined to one unit. */
@Embeddable
class JobSpecColumns {
  @Column(name = "requester_id")
  String requesterId;

  @Column(name = "binary_name")
  String binaryName;

  @Column(name = "arguments")
  String arguments;

  @Column(name = "paths")
  String paths;

  @Column(name = "working_directory")
  @Nullable String workingDirectory;

  @Column(name = "heartbeat_interval")
  int heartbeatInterval;

  @Column(name = "callback")
  String callback;

  /** As asked for; of class and priority {@link JobRow} says what they are now. */
  @Column(name = "options")
  String options;

  /** How many slots it takes, of all pools together: for sums over many jobs. */
  @Column(name = "weight")
  int weight;

  @Column(name = "idempotency_key")
  @Nullable String idempotencyKey;

  @Column(name = "request_hash")
  @Nullable String requestHash;

  @Column(name = "created_at")
  Instant createdAt;

  static JobSpecColumns of(JobSpec spec) {
    JobSpecColumns columns = new JobSpecColumns();
    columns.requesterId = spec.requester().value();
    columns.binaryName = spec.binary();
    columns.arguments = Texts.ofList(spec.arguments());
    columns.paths = Texts.ofList(spec.paths());
    columns.workingDirectory = spec.workingDirectory().orElse(null);
    columns.heartbeatInterval = spec.heartbeatInterval();
    columns.callback = Texts.ofRecord(spec.callback());
    columns.options = Texts.ofRecord(spec.options());
    columns.weight = spec.options().slots().total();
    columns.idempotencyKey = spec.idempotency().map(Idempotency::key).orElse(null);
    columns.requestHash = spec.idempotency().map(Idempotency::requestHash).orElse(null);
    columns.createdAt = spec.createdAt();
    return columns;
  }

  JobSpec toSpec() {
    return new JobSpec(
        new ClientId(requesterId),
        binaryName,
        Texts.toList(arguments),
        Texts.toList(paths),
        Optional.ofNullable(workingDirectory),
        heartbeatInterval,
        Texts.toRecord(TransportOffer.class, callback),
        Texts.toRecord(JobOptions.class, options),
        idempotency(),
        createdAt);
  }

  private Optional<Idempotency> idempotency() {
    return idempotencyKey == null || requestHash == null
        ? Optional.empty()
        : Optional.of(new Idempotency(idempotencyKey, requestHash));
  }
}
