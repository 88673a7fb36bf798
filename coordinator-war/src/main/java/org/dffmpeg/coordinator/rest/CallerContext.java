package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Caller;

/** Carries the authenticated caller from the filter to the resources. Immutable. */
record CallerContext(Caller caller, boolean isSecure) implements SecurityContext {

  /** The caller as JAX-RS knows it. */
  private record CallerPrincipal(Caller caller) implements Principal {
    @Override
    public String getName() {
      return caller.id().value();
    }
  }

  /** Who signed the request; to be asked on {@link Signed} resources only. */
  static Caller callerOf(SecurityContext context) {
    if (context.getUserPrincipal() instanceof CallerPrincipal principal) {
      return principal.caller();
    }
    throw new IllegalStateException("the resource is not @Signed");
  }

  @Override
  public Principal getUserPrincipal() {
    return new CallerPrincipal(caller);
  }

  @Override
  public boolean isUserInRole(String role) {
    return Role.ofWireName(role).filter(caller.roles()::contains).isPresent();
  }

  @Override
  public String getAuthenticationScheme() {
    return "HMAC";
  }
}
