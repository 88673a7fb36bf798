package org.dffmpeg.coordinator.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Fault;
import org.dffmpeg.coordinator.core.access.AuthenticateRequest;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.PresentedRequest;
import org.dffmpeg.coordinator.core.delivery.Audience;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.job.OpenJobChannel;

/**
 * {@code GET /poll/worker} and {@code GET /poll/jobs/{id}} (PROTOCOL 7): signs the peer in and
 * turns its request into a listener; the thread goes back at once. Thread-safe.
 */
public final class PollServlet extends HttpServlet {
  private static final String API_BASE = "/api/v1";

  private static final long serialVersionUID = 1L;

  private final transient AuthenticateRequest authenticate;
  private final transient OpenJobChannel openJobChannel;
  private final transient Listeners listeners;

  public PollServlet(
      AuthenticateRequest authenticate, OpenJobChannel openJobChannel, Listeners listeners) {
    this.authenticate = authenticate;
    this.openJobChannel = openJobChannel;
    this.listeners = listeners;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      serve(request, response);
    } catch (RuntimeException e) {
      Fault fault = Fault.of(e);
      fault.retryAfter().ifPresent(pause -> retryAfter(response, pause));
      answer(response, fault.problem());
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      answer(response, new Problem(ProblemCode.METHOD_NOT_ALLOWED, "Method Not Allowed"));
      return;
    }
    String route = route(request);
    Optional<PollTarget> target = PollTarget.of(PollTarget.decoded(belowServlet(request)));
    if (target.isEmpty()) {
      answer(response, new Problem(ProblemCode.NOT_FOUND, "Not Found"));
      return;
    }
    byte[] body = request.getInputStream().readAllBytes();
    Step next =
        authenticate
            .run(presented(request, route, body))
            .<Step>fold(
                admitted -> () -> listen(request, response, admitted.caller(), target.get()),
                denied -> () -> answer(response, denied.problem()),
                throttled ->
                    () -> {
                      retryAfter(response, throttled.retryAfter());
                      answer(response, throttled.problem());
                    });
    next.take();
  }

  private void listen(
      HttpServletRequest request, HttpServletResponse response, Caller caller, PollTarget target)
      throws IOException {
    if (!target.hasUsableId()) {
      String id = target.jobId().orElseThrow();
      unprocessable(response, List.of(Quoted.badUlid(List.of("path", "job_id"), id)));
      return;
    }
    if (listeners.areEnding()) {
      retryAfter(response, Duration.ofSeconds(1));
      answer(response, new Problem(ProblemCode.UNAVAILABLE, "The coordinator is shutting down"));
      return;
    }
    try {
      PollQuery query = PollQuery.of(request);
      response.setContentType(query.contentType());
      if (query.streaming()) {
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Connection", "keep-alive");
      }
      Optional<Audience> audience = audience(caller, target);
      AsyncContext exchange = request.startAsync();
      exchange.setTimeout(0);
      listeners.open(exchange, audience, query);
    } catch (WireFormatException e) {
      unprocessable(response, e.violations());
    }
  }

  private Optional<Audience> audience(Caller caller, PollTarget target) {
    return target
        .jobId()
        .map(id -> openJobChannel.run(caller, new JobId(id)))
        .orElseGet(() -> Optional.of(new Audience(Channel.of(caller.worker()), true)));
  }

  private static PresentedRequest presented(HttpServletRequest request, String route, byte[] body) {
    return new PresentedRequest(
        request.getMethod(),
        route,
        name -> Collections.list(request.getHeaders(name)),
        request.getRemoteAddr(),
        body,
        true);
  }

  /** What is signed: the decoded path below the API's base (PROTOCOL 4). */
  private static String route(HttpServletRequest request) {
    return PollTarget.decoded(
        request.getRequestURI().substring(request.getContextPath().length() + API_BASE.length()));
  }

  private static String belowServlet(HttpServletRequest request) {
    return request
        .getRequestURI()
        .substring(request.getContextPath().length() + request.getServletPath().length());
  }

  private static void retryAfter(HttpServletResponse response, Duration pause) {
    response.setHeader("Retry-After", Long.toString(pause.toSeconds()));
  }

  private static void answer(HttpServletResponse response, Problem problem) throws IOException {
    answer(response, problem.code().httpStatus(), WireJson.write(problem));
  }

  private static void unprocessable(
      HttpServletResponse response, List<WireFormatException.Violation> violations)
      throws IOException {
    answer(response, ProblemCode.UNPROCESSABLE.httpStatus(), WireJson.writeViolations(violations));
  }

  private static void answer(HttpServletResponse response, int status, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** What an outcome leads to. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }
}
