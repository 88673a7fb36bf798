package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Supplier;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.access.OpenPages;
import org.dffmpeg.coordinator.core.access.PageAccess;
import org.dffmpeg.coordinator.core.access.TrustedProxies;
import org.dffmpeg.coordinator.core.health.CheckHealth;
import org.dffmpeg.coordinator.core.job.CountJobs;
import org.dffmpeg.coordinator.core.job.FindStatus;

/** What needs no signature, but for the most part an address (PROTOCOL 5.4). */
@ApiResource
@Path("/")
public class ServiceResource {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final CheckHealth checkHealth;
  private final FindStatus findStatus;
  private final CountJobs countJobs;
  private final OpenPages pages;

  @Inject
  public ServiceResource(
      CheckHealth checkHealth, FindStatus findStatus, CountJobs countJobs, OpenPages pages) {
    this.checkHealth = checkHealth;
    this.findStatus = findStatus;
    this.countJobs = countJobs;
    this.pages = pages;
  }

  /** To the start page. */
  @GET
  public Response root(@Context HttpServletRequest request) {
    String page = pages.dashboardEnabled() ? "/status" : "/health";
    return Response.status(Response.Status.TEMPORARY_REDIRECT)
        .header(HttpHeaders.LOCATION, request.getContextPath() + page)
        .entity(new byte[0])
        .build();
  }

  @GET
  @Path("/health")
  public Response health(@Context UriInfo uri) throws WireFormatException {
    boolean deep = new Query(uri).flag("deep").orElse(false);
    CheckHealth.Health health = deep ? checkHealth.runDeep() : checkHealth.run();
    int status =
        switch (health.verdict()) {
          case ONLINE -> 200;
          case SHUTDOWN -> 503;
          case UNHEALTHY -> 500;
        };
    return Answers.json(status, health.view());
  }

  @GET
  @Path("/status/data")
  public Response statusData(@Context HttpServletRequest request, @Context UriInfo uri)
      throws WireFormatException {
    Duration window = new Query(uri).seconds("window", WINDOW);
    return pages.dashboardEnabled()
        ? gated(pages.dashboard(), request, () -> findStatus.run(window))
        : Answers.problem(new Problem(ProblemCode.NOT_FOUND, "Dashboard disabled"));
  }

  @GET
  @Path("/metrics")
  public Response metrics(@Context HttpServletRequest request) {
    return gated(pages.metrics(), request, countJobs::run);
  }

  private static Response gated(
      PageAccess access, HttpServletRequest request, Supplier<Object> content) {
    return access.admits(
            request.getRemoteAddr(),
            Collections.list(request.getHeaders(TrustedProxies.FORWARDED_FOR)))
        ? Answers.json(content.get())
        : Answers.problem(new Problem(ProblemCode.FORBIDDEN, "Forbidden"));
  }
}
