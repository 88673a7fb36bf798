package org.dffmpeg.coordinator.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dffmpeg.common.protocol.ProblemCode;

/**
 * The first to see a request: headers of every answer, limits, routes (F1 to F3). Mapped to
 * everything, for the dispatch {@code REQUEST} only, so that a forward passes it once. Thread-safe.
 */
public final class FrontFilter extends HttpFilter {
  private final RequestLimits limits;
  private final Traffic traffic;

  /**
   * @param bodyBytes the longest request body
   * @param traffic counts the requests being answered
   */
  public FrontFilter(int bodyBytes, Traffic traffic) {
    this.limits = new RequestLimits(RequestLimits.DEFAULT_HEADER_BYTES, bodyBytes);
    this.traffic = traffic;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-cache, no-store, must-revalidate");
    response.setHeader("Pragma", "no-cache");
    response.setHeader("Expires", "0");
    Optional<ProblemCode> exceeded = limits.exceededBy(request);
    if (exceeded.isPresent()) {
      ProblemAnswer.write(response, exceeded.get());
      return;
    }
    traffic.begin();
    try {
      readAndRoute(request, response, chain);
    } finally {
      traffic.end();
    }
  }

  private void readAndRoute(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!RequestLimits.isOpenEnded(request)) {
      route(request, response, chain);
      return;
    }
    Optional<HttpServletRequest> read = ReadRequest.of(request, limits.bodyBytes());
    if (read.isPresent()) {
      route(read.get(), response, chain);
    } else {
      ProblemAnswer.write(response, ProblemCode.BODY_TOO_LARGE);
    }
  }

  private static void route(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Step step =
        Routing.of(path)
            .<Step>fold(
                serve -> () -> chain.doFilter(request, response),
                forward ->
                    () -> request.getRequestDispatcher(forward.path()).forward(request, response),
                withoutSlash -> () -> redirect(request, response, withoutSlash.path()),
                refuse -> () -> ProblemAnswer.write(response, refuse.code()));
    step.take();
  }

  private static void redirect(
      HttpServletRequest request, HttpServletResponse response, String path) {
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    response.setHeader(
        "Location", request.getContextPath() + path + (query == null ? "" : "?" + query));
    response.setContentLength(0);
  }

  /** What a decision leads to. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException, ServletException;
  }
}
