package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Caller;

/** Lets callers pass who have one of the roles. Immutable. */
final class RoleFilter implements ContainerRequestFilter {
  private final List<Role> roles;

  RoleFilter(List<Role> roles) {
    this.roles = List.copyOf(roles);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = CallerContext.callerOf(request.getSecurityContext());
    if (Collections.disjoint(caller.roles(), roles)) {
      request.abortWith(Answers.problem(new Problem(ProblemCode.FORBIDDEN, detail())));
    }
  }

  /** {@code Admin role required} is PROTOCOL's text; the others follow it. */
  private String detail() {
    String name = roles.get(0).wireName();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " role required";
  }
}
