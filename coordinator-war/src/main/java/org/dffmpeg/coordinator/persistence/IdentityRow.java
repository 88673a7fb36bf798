package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.jspecify.annotations.Nullable;

/** A row of {@code identities}. Confined to one unit. */
@Entity
@Table(name = "identities")
class IdentityRow {
  @Id
  @Column(name = "client_id")
  String clientId;

  @Column(name = "roles")
  String roles;

  @Column(name = "allowed_cidrs")
  String allowedCidrs;

  @Column(name = "key_text")
  String keyText;

  @Column(name = "key_id")
  @Nullable String keyId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "row_version")
  long rowVersion;

  static IdentityRow of(Identity identity) {
    IdentityRow row = new IdentityRow();
    row.clientId = identity.id().value();
    row.roles = Texts.ofList(identity.roles().stream().map(Role::wireName).sorted().toList());
    row.allowedCidrs = Texts.ofList(identity.allowedCidrs());
    row.keyText = identity.key().text();
    row.keyId = identity.key().keyId().orElse(null);
    row.createdAt = identity.createdAt();
    row.rowVersion = identity.version();
    return row;
  }

  Identity toIdentity() {
    return new Identity(
        new ClientId(clientId),
        Texts.toList(roles).stream()
            .flatMap(name -> Role.ofWireName(name).stream())
            .collect(Collectors.toSet()),
        Texts.toList(allowedCidrs),
        new SealedKey(keyText, Optional.ofNullable(keyId)),
        createdAt,
        rowVersion);
  }
}
