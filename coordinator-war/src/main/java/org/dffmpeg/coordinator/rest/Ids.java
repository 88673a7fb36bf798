package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.WebApplicationException;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;

/** Reads the ids in paths. */
final class Ids {
  private Ids() {}

  /** A malformed one is a 400 {@code Invalid job ID} (PROTOCOL 5.2). */
  static JobId job(String text) {
    return JobId.parse(text).orElseThrow(() -> invalid("job ID"));
  }

  /** A name that nobody can have is a 404 like any other that nobody has. */
  static WorkerId worker(String text) {
    if (isNobodys(text)) {
      throw refused(ProblemCode.NOT_FOUND, "Worker not found");
    }
    return new WorkerId(text);
  }

  /** As {@link #worker}. */
  static ClientId identity(String text) {
    if (isNobodys(text)) {
      throw refused(ProblemCode.NOT_FOUND, "Identity not found");
    }
    return new ClientId(text);
  }

  /** What no body may give as a name, and no database can be asked for. */
  private static boolean isNobodys(String text) {
    return text.length() > ClientId.MAX_LENGTH || text.indexOf('\0') >= 0;
  }

  static WebApplicationException invalid(String what) {
    return refused(ProblemCode.INVALID_ID, "Invalid " + what);
  }

  private static WebApplicationException refused(ProblemCode code, String detail) {
    return new WebApplicationException(Answers.problem(new Problem(code, detail)));
  }
}
