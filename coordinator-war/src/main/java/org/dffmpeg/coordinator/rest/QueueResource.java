package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.admin.AuditLog;
import org.dffmpeg.coordinator.core.fleet.HoldWorker;
import org.dffmpeg.coordinator.core.fleet.PauseQueue;
import org.dffmpeg.coordinator.core.fleet.ResumeQueue;
import org.dffmpeg.coordinator.core.registration.DeregisterWorker;

/** Pausing and resuming the queue and single workers. */
@Signed
@Requires(Role.ADMIN)
@ApiResource
@Path("/admin")
public class QueueResource {
  private final PauseQueue pauseQueue;
  private final ResumeQueue resumeQueue;
  private final HoldWorker holdWorker;
  private final DeregisterWorker deregisterWorker;
  private final AuditLog audit;

  @Inject
  public QueueResource(
      PauseQueue pauseQueue,
      ResumeQueue resumeQueue,
      HoldWorker holdWorker,
      DeregisterWorker deregisterWorker,
      AuditLog audit) {
    this.pauseQueue = pauseQueue;
    this.resumeQueue = resumeQueue;
    this.holdWorker = holdWorker;
    this.deregisterWorker = deregisterWorker;
    this.audit = audit;
  }

  @POST
  @Path("/queue/pause")
  public Response pause(@Context SecurityContext security) {
    CommandAnswer answer = pauseQueue.run(CallerContext.callerOf(security));
    audit.record(CallerContext.callerOf(security).id(), "paused the queue");
    return Answers.json(answer);
  }

  @POST
  @Path("/queue/resume")
  public Response resume(@Context SecurityContext security) {
    CommandAnswer answer = resumeQueue.run();
    audit.record(CallerContext.callerOf(security).id(), "resumed the queue");
    return Answers.json(answer);
  }

  @POST
  @Path("/workers/{id}/pause")
  public Response pause(@Context SecurityContext security, @PathParam("id") String id) {
    return hold(security, id, Optional.of(WorkerHold.PAUSED), "paused");
  }

  @POST
  @Path("/workers/{id}/drain")
  public Response drain(@Context SecurityContext security, @PathParam("id") String id) {
    return hold(security, id, Optional.of(WorkerHold.DRAINING), "drained");
  }

  @POST
  @Path("/workers/{id}/resume")
  public Response resume(@Context SecurityContext security, @PathParam("id") String id) {
    return hold(security, id, Optional.empty(), "resumed");
  }

  @POST
  @Path("/workers/{id}/lost")
  public Response lost(@Context SecurityContext security, @PathParam("id") String text) {
    WorkerId id = Ids.worker(text);
    return answer(
        security, id, deregisterWorker.giveUp(CallerContext.callerOf(security), id), "gave up");
  }

  private Response hold(
      SecurityContext security, String text, Optional<WorkerHold> hold, String deed) {
    WorkerId id = Ids.worker(text);
    return answer(security, id, holdWorker.run(id, hold), deed);
  }

  private Response answer(
      SecurityContext security, WorkerId id, Outcome<WorkerView> outcome, String deed) {
    if (outcome instanceof Outcome.Ok<WorkerView>) {
      audit.record(CallerContext.callerOf(security).id(), deed + " worker '" + id + "'");
    }
    return Answers.of(outcome);
  }
}
