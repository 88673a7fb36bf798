package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.cluster.FindCoordinators;

/** Who serves, for administrators. */
@Signed
@Requires(Role.ADMIN)
@ApiResource
@Path("/coordinators")
public class CoordinatorsResource {
  private final FindCoordinators findCoordinators;

  @Inject
  public CoordinatorsResource(FindCoordinators findCoordinators) {
    this.findCoordinators = findCoordinators;
  }

  @GET
  public Response list() {
    return Answers.list(findCoordinators.run());
  }
}
