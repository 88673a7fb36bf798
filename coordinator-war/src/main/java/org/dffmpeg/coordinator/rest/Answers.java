package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Acknowledged;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.coordinator.core.Outcome;

/** Responses. All have a JSON body of known length. */
final class Answers {
  private Answers() {}

  /** 200 with the record, or the problem. */
  static Response of(Outcome<?> outcome) {
    return outcome.fold(Answers::json, refused -> problem(refused.problem()));
  }

  /** 200 {@code {"status":"ok"}}, or the problem (PROTOCOL 5.2: verify, deregister). */
  static Response acknowledge(Outcome<?> outcome) {
    return outcome.fold(ok -> json(Acknowledged.OK), refused -> problem(refused.problem()));
  }

  static Response json(Object wireRecord) {
    return json(200, wireRecord);
  }

  static Response json(int status, Object wireRecord) {
    return bytes(status, WireJson.write(wireRecord));
  }

  static Response list(List<?> wireRecords) {
    return bytes(200, WireJson.writeList(wireRecords));
  }

  static Response problem(Problem problem) {
    return json(problem.code().httpStatus(), problem);
  }

  /** A problem that may be gone after the wait. */
  static Response problem(Problem problem, Duration wait) {
    return Response.fromResponse(problem(problem))
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
        .build();
  }

  /** With a length, and without the charset that JSON has none of (PROTOCOL 5). */
  static Response bytes(int status, byte[] json) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(json).build();
  }
}
