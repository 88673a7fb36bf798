package org.dffmpeg.coordinator.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.access.OpenPages;
import org.dffmpeg.coordinator.core.access.TrustedProxies;

/** Lets visitors from allowed addresses see the console (C1). Thread-safe. */
public final class ConsoleFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient OpenPages pages;

  /** Asks {@code pages} about each visitor. */
  public ConsoleFilter(OpenPages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!pages.dashboardEnabled()) {
      refuse(response, new Problem(ProblemCode.NOT_FOUND, "Dashboard disabled"));
    } else if (mayLook(request)) {
      response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
      chain.doFilter(request, response);
    } else {
      refuse(response, new Problem(ProblemCode.FORBIDDEN, "Forbidden"));
    }
  }

  private boolean mayLook(HttpServletRequest request) {
    return pages
        .dashboard()
        .admits(
            request.getRemoteAddr(),
            Collections.list(request.getHeaders(TrustedProxies.FORWARDED_FOR)));
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = WireJson.write(problem);
    response.setStatus(problem.code().httpStatus());
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
