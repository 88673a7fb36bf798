package org.dffmpeg.coordinator.core.access.admin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.DownlinkMessage;

/**
 * What new identities may be called: what survives a header, a log line, a path and a shell.
 * Imported ones may be called anything (PROTOCOL 2).
 */
final class IdentityName {
  private static final Pattern ALLOWED =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._@:+ -]{0,62}[A-Za-z0-9._@:+-])?");

  private IdentityName() {}

  /** What is wrong with the name, or empty if it may be given. */
  static Optional<String> problemOf(ClientId name) {
    if (name.value().equals(DownlinkMessage.COORDINATOR)) {
      return Optional.of("The name '" + name + "' is the coordinator's own");
    }
    return ALLOWED.matcher(name.value()).matches()
        ? Optional.empty()
        : Optional.of(
            "A name has 1 to 64 of the characters A-Z a-z 0-9 . _ @ : + - and space,"
                + " begins with a letter or digit and does not end with a space");
  }
}
