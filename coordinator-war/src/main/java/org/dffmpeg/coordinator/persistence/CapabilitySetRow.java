package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code capability_sets}; never changed. Confined to one unit. */
@Entity
@Table(name = "capability_sets")
class CapabilitySetRow {
  @Id
  @Column(name = "hash")
  String hash;

  @Column(name = "names")
  String names;
}
