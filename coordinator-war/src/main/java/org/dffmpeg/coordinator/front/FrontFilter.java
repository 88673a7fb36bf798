package org.dffmpeg.coordinator.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.access.Credentials;

/**
 * The first to see a request: headers of every answer, limits, bodies, routes (F1 to F5). Mapped to
 * everything, for the dispatches {@code REQUEST}, so that a forward passes it once, and {@code
 * ASYNC}, by which a request comes back with its body. Thread-safe.
 */
public final class FrontFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient RequestLimits limits;
  private final transient BodyLimits bodies;
  private final transient Traffic traffic;

  /**
   * @param bodyBytes the longest request body
   * @param bodyDeadline within which it must be there
   * @param traffic counts the requests being answered
   */
  public FrontFilter(int bodyBytes, Duration bodyDeadline, Traffic traffic) {
    this.limits = new RequestLimits(RequestLimits.DEFAULT_HEADER_BYTES, bodyBytes);
    this.bodies = new BodyLimits(bodyBytes, bodyDeadline);
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
      receiveAndRoute(request, response, chain);
    } finally {
      traffic.end();
    }
  }

  private void receiveAndRoute(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<BodyReception> received = BodyReception.of(request);
    if (received.isPresent()) {
      try {
        route(received.get().whole(request), response, chain);
      } finally {
        received.get().release();
      }
    } else if (Routing.isPage(path(request)) || RequestLimits.hasArrived(request)) {
      route(request, response, chain);
    } else if (!Credentials.arePresentedBy(name -> Collections.list(request.getHeaders(name)))) {
      route(BufferedRequest.withoutBody(request), response, chain);
    } else {
      BodyReception.begin(request, response, bodies);
    }
  }

  private static void route(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Step step =
        Routing.of(path(request))
            .<Step>fold(
                serve -> () -> chain.doFilter(request, response),
                forward ->
                    () -> request.getRequestDispatcher(forward.path()).forward(request, response),
                withoutSlash -> () -> redirect(request, response, withoutSlash.path()),
                refuse -> () -> ProblemAnswer.write(response, refuse.code()));
    step.take();
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
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
