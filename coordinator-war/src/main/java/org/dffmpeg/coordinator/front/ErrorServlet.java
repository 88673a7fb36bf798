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
    if (status instanceof Integer code && !response.isCommitted()) {
      ProblemAnswer.write(response, ProblemCode.ofHttpStatus(code));
    }
  }
}
