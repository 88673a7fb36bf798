package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code workers}; {@link WorkerRows} maps it. Confined to one unit. */
@Entity
@Table(name = "workers")
class WorkerRow {
  @Id
  @Column(name = "worker_id")
  String workerId;

  @Column(name = "state")
  String state;

  @Column(name = "capabilities_hash")
  @Nullable String capabilitiesHash;

  @Column(name = "fingerprint")
  @Nullable String fingerprint;

  @Column(name = "binaries")
  String binaries;

  @Column(name = "paths")
  String paths;

  @Column(name = "version")
  @Nullable String version;

  @Column(name = "slots")
  int slots;

  @Column(name = "slots_used")
  int slotsUsed;

  @Column(name = "probe_slots")
  int probeSlots;

  @Column(name = "probe_slots_used")
  int probeSlotsUsed;

  /** All other pools, as JSON text. */
  @Column(name = "other_slots")
  String otherSlots;

  @Column(name = "other_slots_used")
  String otherSlotsUsed;

  @Column(name = "registration_interval")
  int registrationInterval;

  @Column(name = "incarnation")
  @Nullable String incarnation;

  @Column(name = "last_seen")
  Instant lastSeen;

  @Column(name = "lease_until")
  @Nullable Instant leaseUntil;

  @Column(name = "token")
  @Nullable String token;

  @Column(name = "token_message_id")
  @Nullable String tokenMessageId;

  @Column(name = "last_message_id")
  @Nullable String lastMessageId;

  @Column(name = "sent_through")
  @Nullable String sentThrough;

  @Column(name = "sent_at")
  @Nullable Instant sentAt;

  @Column(name = "operator_hold")
  @Nullable String hold;

  /** As JSON text. */
  @Column(name = "set_aside")
  String setAside;

  @Column(name = "row_version")
  long rowVersion;
}
