package org.dffmpeg.common.protocol;

import org.jspecify.annotations.Nullable;

/** The answer to a command (PROTOCOL 5.3 "Command"): status is always {@code ok}. */
public record CommandAnswer(@Nullable String detail) {
  public static final CommandAnswer OK = new CommandAnswer(null);
}
