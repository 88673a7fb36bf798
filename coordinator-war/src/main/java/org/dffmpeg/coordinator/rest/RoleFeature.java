package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link RoleFilter} before every method that {@link Requires} roles, once at the start. */
@Provider
public class RoleFeature implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Requires requires = requirementOf(resource);
    if (requires != null) {
      context.register(new RoleFilter(List.of(requires.value())), Priorities.AUTHORIZATION);
    }
  }

  private static @Nullable Requires requirementOf(ResourceInfo resource) {
    Requires ofMethod = resource.getResourceMethod().getAnnotation(Requires.class);
    return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Requires.class);
  }
}
