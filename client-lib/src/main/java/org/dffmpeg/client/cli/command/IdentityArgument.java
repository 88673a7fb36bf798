package org.dffmpeg.client.cli.command;

import java.util.Objects;
import org.dffmpeg.common.id.ClientId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The identity a command is about. */
final class IdentityArgument {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      converter = Names.OfIdentity.class,
      description = "The identity's name.")
  private @Nullable ClientId id;

  ClientId id() {
    return Objects.requireNonNull(id, "picocli sets it: it is required");
  }
}
