package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.registration.DeregisterWorker;
import org.dffmpeg.coordinator.core.registration.RegisterWorker;
import org.dffmpeg.coordinator.core.registration.VerifyWorker;

/** How a worker enters and leaves the fleet (PROTOCOL 5.4, 11). */
@Signed
@Requires(Role.WORKER)
@ApiResource
@Path("/worker")
public class RegistrationResource {
  private static final Problem FOREIGN =
      new Problem(ProblemCode.FORBIDDEN, "WorkerID does not match authenticated ClientID");

  private final RegisterWorker registerWorker;
  private final VerifyWorker verifyWorker;
  private final DeregisterWorker deregisterWorker;

  @Inject
  public RegistrationResource(
      RegisterWorker registerWorker, VerifyWorker verifyWorker, DeregisterWorker deregisterWorker) {
    this.registerWorker = registerWorker;
    this.verifyWorker = verifyWorker;
    this.deregisterWorker = deregisterWorker;
  }

  @POST
  @Path("/register")
  public Response register(@Context SecurityContext security, byte[] body)
      throws WireFormatException {
    var request = WireJson.read(org.dffmpeg.common.protocol.RegisterWorker.class, body);
    return Answers.of(registerWorker.run(CallerContext.callerOf(security), request));
  }

  @POST
  @Path("/{worker_id}/verify")
  public Response verify(
      @Context SecurityContext security, @PathParam("worker_id") String id, byte[] body)
      throws WireFormatException {
    var request = WireJson.read(org.dffmpeg.common.protocol.VerifyWorker.class, body);
    WorkerId worker = Ids.worker(id);
    return worker.equals(CallerContext.callerOf(security).worker())
        ? Answers.acknowledge(verifyWorker.run(worker, request.registrationToken()))
        : Answers.problem(FOREIGN);
  }

  @POST
  @Path("/deregister")
  public Response deregister(@Context SecurityContext security, byte[] body)
      throws WireFormatException {
    var request = WireJson.read(org.dffmpeg.common.protocol.DeregisterWorker.class, body);
    return Answers.acknowledge(
        deregisterWorker.run(CallerContext.callerOf(security), request.workerId()));
  }
}
