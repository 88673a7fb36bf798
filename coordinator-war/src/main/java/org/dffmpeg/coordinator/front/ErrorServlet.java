package org.dffmpeg.coordinator.front;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dffmpeg.common.protocol.ProblemCode;

/** Where web.xml sends the server's own errors, so that they are JSON too (F4). Stateless. */
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public final class ErrorServlet extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status == null || response.isCommitted()) {
      return;
    }
    switch ((int) status) {
      case HttpServletResponse.SC_BAD_REQUEST ->
          ProblemAnswer.write(response, ProblemCode.INVALID_REQUEST);
      case HttpServletResponse.SC_NOT_FOUND -> ProblemAnswer.write(response, ProblemCode.NOT_FOUND);
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
          ProblemAnswer.write(response, ProblemCode.METHOD_NOT_ALLOWED);
      default -> internal(response);
    }
  }

  /** As PROTOCOL 5.1 has it: text, not JSON. */
  private static void internal(HttpServletResponse response) throws IOException {
    response.setContentType("text/plain");
    response
        .getOutputStream()
        .write("Internal Server Error".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
