package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.coordinator.core.job.AcceptJob;
import org.dffmpeg.coordinator.core.job.RejectJob;
import org.dffmpeg.coordinator.core.job.ReportOutcome;
import org.dffmpeg.coordinator.core.job.WorkerHeartbeat;
import org.dffmpeg.coordinator.core.logs.AppendLogs;

/**
 * What the worker of a job tells about it (PROTOCOL 5.4). Old workers send no body where an {@code
 * attempt} may stand.
 */
@Signed
@ApiResource
@Path("/jobs")
public class WorkerJobResource {
  private final AcceptJob acceptJob;
  private final RejectJob rejectJob;
  private final WorkerHeartbeat workerHeartbeat;
  private final ReportOutcome reportOutcome;
  private final AppendLogs appendLogs;

  @Inject
  public WorkerJobResource(
      AcceptJob acceptJob,
      RejectJob rejectJob,
      WorkerHeartbeat workerHeartbeat,
      ReportOutcome reportOutcome,
      AppendLogs appendLogs) {
    this.acceptJob = acceptJob;
    this.rejectJob = rejectJob;
    this.workerHeartbeat = workerHeartbeat;
    this.reportOutcome = reportOutcome;
    this.appendLogs = appendLogs;
  }

  @POST
  @Path("/{id}/accept")
  public Response accept(@Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    JobId job = Ids.job(id);
    return Answers.of(acceptJob.run(worker(security), job, claim(body)));
  }

  @POST
  @Path("/{id}/reject")
  public Response reject(@Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    JobId job = Ids.job(id);
    return Answers.of(rejectJob.run(worker(security), job, claim(body)));
  }

  @POST
  @Path("/{id}/worker_heartbeat")
  public Response heartbeat(
      @Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    JobId job = Ids.job(id);
    return Answers.of(workerHeartbeat.run(worker(security), job, claim(body)));
  }

  @POST
  @Path("/{id}/status")
  public Response report(@Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    ReportStatus report = WireJson.read(ReportStatus.class, body);
    return Answers.of(reportOutcome.run(worker(security), Ids.job(id), report));
  }

  @POST
  @Path("/{id}/logs")
  public Response logs(@Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    var upload = WireJson.read(org.dffmpeg.common.protocol.AppendLogs.class, body);
    return Answers.of(appendLogs.run(worker(security), Ids.job(id), upload));
  }

  private static WorkerId worker(SecurityContext security) {
    return CallerContext.callerOf(security).worker();
  }

  private static AttemptClaim claim(byte[] body) throws WireFormatException {
    return body.length == 0 ? AttemptClaim.NONE : WireJson.read(AttemptClaim.class, body);
  }
}
