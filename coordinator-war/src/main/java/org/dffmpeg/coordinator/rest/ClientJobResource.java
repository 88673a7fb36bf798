package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.coordinator.core.job.CancelJob;
import org.dffmpeg.coordinator.core.job.ChangePriority;
import org.dffmpeg.coordinator.core.job.ClientHeartbeat;
import org.dffmpeg.coordinator.core.job.FindJob;
import org.dffmpeg.coordinator.core.logs.ReadLogs;

/**
 * What the requester of a job, or an administrator, does with it (PROTOCOL 5.4). The body of a
 * heartbeat is ignored: newer peers send one.
 */
@Signed
@ApiResource
@Path("/jobs")
public class ClientJobResource {
  private final FindJob findJob;
  private final CancelJob cancelJob;
  private final ChangePriority changePriority;
  private final ClientHeartbeat clientHeartbeat;
  private final ReadLogs readLogs;

  @Inject
  public ClientJobResource(
      FindJob findJob,
      CancelJob cancelJob,
      ChangePriority changePriority,
      ClientHeartbeat clientHeartbeat,
      ReadLogs readLogs) {
    this.findJob = findJob;
    this.cancelJob = cancelJob;
    this.changePriority = changePriority;
    this.clientHeartbeat = clientHeartbeat;
    this.readLogs = readLogs;
  }

  @GET
  @Path("/{id}/status")
  public Response status(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.of(findJob.run(CallerContext.callerOf(security), Ids.job(id)));
  }

  @POST
  @Path("/{id}/cancel")
  public Response cancel(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.of(cancelJob.run(CallerContext.callerOf(security), Ids.job(id)));
  }

  @POST
  @Path("/{id}/priority")
  public Response priority(
      @Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    JobId job = Ids.job(id);
    SetPriority wish = WireJson.read(SetPriority.class, body);
    return Answers.of(changePriority.run(CallerContext.callerOf(security), job, wish));
  }

  @POST
  @Path("/{id}/client_heartbeat")
  public Response heartbeat(
      @Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id)
      throws WireFormatException {
    JobId job = Ids.job(id);
    return Answers.of(
        clientHeartbeat.run(CallerContext.callerOf(security), job, new Query(uri).flag("monitor")));
  }

  @GET
  @Path("/{id}/logs")
  public Response logs(
      @Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id)
      throws WireFormatException {
    JobId job = Ids.job(id);
    Query query = new Query(uri);
    return Answers.of(
        readLogs.run(
            CallerContext.callerOf(security),
            job,
            query.id("since_message_id", MessageId::parse),
            query.integer("limit")));
  }
}
