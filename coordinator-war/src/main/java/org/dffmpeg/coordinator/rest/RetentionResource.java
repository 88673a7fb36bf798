package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.admin.AuditLog;
import org.dffmpeg.coordinator.core.retention.RetentionRuns;

/** The deletion of what is over: starts it, and shows its runs on this coordinator. */
@Signed
@Requires(Role.ADMIN)
@ApiResource
@Path("/admin/retention")
public class RetentionResource {
  private static final int SHOWN = 20;

  private final RetentionRuns runs;
  private final AuditLog audit;

  /** Uses these. */
  @Inject
  public RetentionResource(RetentionRuns runs, AuditLog audit) {
    this.runs = runs;
    this.audit = audit;
  }

  /** Answered before it is done. */
  @POST
  public Response start(@Context SecurityContext security) {
    RetentionRun run = runs.start();
    audit.record(CallerContext.callerOf(security).id(), "started retention, run " + run.run());
    return Answers.json(202, run);
  }

  @GET
  public Response latest() {
    return Answers.list(runs.latest(SHOWN));
  }
}
