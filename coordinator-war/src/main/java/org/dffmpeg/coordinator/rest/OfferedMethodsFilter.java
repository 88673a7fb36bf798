package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * HEAD and OPTIONS are not offered (PROTOCOL 5.1), but JAX-RS answers them by itself: here they
 * become a method that no resource has, so that routing answers 404 or 405.
 */
@Provider
@PreMatching
public class OfferedMethodsFilter implements ContainerRequestFilter {
  static final Set<String> NOT_OFFERED = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    if (NOT_OFFERED.contains(request.getMethod())) {
      request.setMethod("NOT-OFFERED");
    }
  }
}
