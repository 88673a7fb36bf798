package org.dffmpeg.coordinator.front;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;

/** Writes an error body where no resource is there to do it (F4; PROTOCOL 5.1). */
final class ProblemAnswer {
  private ProblemAnswer() {}

  static void write(HttpServletResponse response, ProblemCode code) throws IOException {
    write(response, code.httpStatus(), new Problem(code, detail(code)));
  }

  static void write(HttpServletResponse response, int status, Problem problem) throws IOException {
    byte[] body = WireJson.write(problem);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String detail(ProblemCode code) {
    return switch (code) {
      case NOT_FOUND -> "Not Found";
      case METHOD_NOT_ALLOWED -> "Method Not Allowed";
      case BODY_TOO_LARGE -> "Request body too large";
      case HEADERS_TOO_LARGE -> "Request headers too large";
      case INTERNAL -> "Internal error";
      case UNAVAILABLE -> "The coordinator is shutting down";
      default -> "Bad Request";
    };
  }
}
