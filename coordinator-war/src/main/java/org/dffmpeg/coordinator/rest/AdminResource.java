package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.JanitorAccepted;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.coordinator.core.access.admin.AuditLog;
import org.dffmpeg.coordinator.core.cluster.FindCoordinators;
import org.dffmpeg.coordinator.core.job.FindAllJobs;
import org.dffmpeg.coordinator.core.job.FindStatus;
import org.dffmpeg.coordinator.core.lease.Janitor;

/** What an administrator sees and starts; the identities apart. */
@Signed
@Requires(Role.ADMIN)
@ApiResource
@Path("/admin")
public class AdminResource {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final FindStatus findStatus;
  private final FindAllJobs findAllJobs;
  private final FindCoordinators findCoordinators;
  private final Janitor janitor;
  private final Executor background;
  private final AuditLog audit;

  /**
   * Uses these.
   *
   * @param background runs what shall not keep the caller waiting
   */
  @Inject
  public AdminResource(
      FindStatus findStatus,
      FindAllJobs findAllJobs,
      FindCoordinators findCoordinators,
      Janitor janitor,
      Executor background,
      AuditLog audit) {
    this.findStatus = findStatus;
    this.findAllJobs = findAllJobs;
    this.findCoordinators = findCoordinators;
    this.janitor = janitor;
    this.background = background;
    this.audit = audit;
  }

  @GET
  @Path("/status")
  public Response status(@Context UriInfo uri) throws WireFormatException {
    StatusView status = findStatus.run(new Query(uri).seconds("window", WINDOW));
    return Answers.json(status.with(findCoordinators.run()));
  }

  @GET
  @Path("/jobs")
  public Response jobs(@Context UriInfo uri) throws WireFormatException {
    Duration window = new Query(uri).seconds("window", WINDOW);
    return Answers.list(findAllJobs.run(window, JobsResource.MOST_LISTED));
  }

  /** Answered before it is done (PROTOCOL 5.4). */
  @POST
  @Path("/janitor")
  public Response janitor(@Context SecurityContext security, byte[] body)
      throws WireFormatException {
    JanitorRequest request = WireJson.read(JanitorRequest.class, body);
    Janitor.Action action = Janitor.Action.ofWireName(request.action()).orElseThrow();
    background.execute(() -> janitor.run(action));
    audit.record(CallerContext.callerOf(security).id(), "started the sweep " + request.action());
    return Answers.json(202, new JanitorAccepted(request.action()));
  }
}
