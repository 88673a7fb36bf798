package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.coordinator.core.fleet.FindWorker;
import org.dffmpeg.coordinator.core.fleet.FindWorkers;

/** The fleet, for any identity (PROTOCOL 5.4). */
@Signed
@ApiResource
@Path("/workers")
public class WorkersResource {
  private static final Duration WINDOW = Duration.ofDays(1);

  private final FindWorkers findWorkers;
  private final FindWorker findWorker;

  @Inject
  public WorkersResource(FindWorkers findWorkers, FindWorker findWorker) {
    this.findWorkers = findWorkers;
    this.findWorker = findWorker;
  }

  @GET
  public Response list(@Context UriInfo uri) throws WireFormatException {
    return Answers.list(findWorkers.run(new Query(uri).seconds("window", WINDOW)));
  }

  @GET
  @Path("/{worker_id}")
  public Response show(@PathParam("worker_id") String id) {
    return Answers.of(findWorker.run(Ids.worker(id)));
  }
}
