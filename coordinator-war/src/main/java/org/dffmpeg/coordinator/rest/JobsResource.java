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
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.job.FindJobs;
import org.dffmpeg.coordinator.core.job.SubmitJob;

/** Submitting and listing (PROTOCOL 5.4). */
@Signed
@Requires({Role.CLIENT, Role.ADMIN})
@ApiResource
@Path("/jobs")
public class JobsResource {
  /** The most that one answer lists; older ones follow with {@code since_id}. */
  static final int MOST_LISTED = 1_000;

  private static final Duration WINDOW = Duration.ofHours(1);

  private final SubmitJob submitJob;
  private final FindJobs findJobs;

  @Inject
  public JobsResource(SubmitJob submitJob, FindJobs findJobs) {
    this.submitJob = submitJob;
    this.findJobs = findJobs;
  }

  @POST
  @Path("/submit")
  public Response submit(@Context SecurityContext security, byte[] body)
      throws WireFormatException {
    Caller caller = CallerContext.callerOf(security);
    return Answers.of(
        submitJob.run(caller, WireJson.read(org.dffmpeg.common.protocol.SubmitJob.class, body)));
  }

  @GET
  public Response list(@Context SecurityContext security, @Context UriInfo uri)
      throws WireFormatException {
    Query query = new Query(uri);
    return Answers.list(
        findJobs.run(
            CallerContext.callerOf(security).id(),
            query.seconds("window", WINDOW),
            query.id("since_id", JobId::parse),
            MOST_LISTED));
  }
}
