package org.dffmpeg.client.api;

import java.util.Optional;
import org.dffmpeg.common.protocol.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The request was refused for what it says: unknown binary, unmapped path, conflicting key. */
public final class JobRejected extends ClientException {
  private static final long serialVersionUID = 1L;
  private final @Nullable ProblemCode code;

  /**
   * The message says what was tried and what was wrong.
   *
   * @param code null if this side refused it, or an old coordinator gave none
   */
  public JobRejected(String message, @Nullable ProblemCode code) {
    super(message);
    this.code = code;
  }

  /**
   * The coordinator's word for it; empty if this side refused it or an old coordinator answered.
   */
  public Optional<ProblemCode> code() {
    return Optional.ofNullable(code);
  }
}
