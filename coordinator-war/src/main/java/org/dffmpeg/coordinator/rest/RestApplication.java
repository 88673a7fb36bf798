package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The routes of the API, below its base. */
@ApplicationPath(RestApplication.BASE)
public class RestApplication extends Application {
  /** The base of the API in the WAR's context (PROTOCOL 4). */
  public static final String BASE = "/api/v1";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        OfferedMethodsFilter.class,
        SignatureFilter.class,
        RoleFeature.class,
        ProblemMapper.class,
        JobsResource.class,
        ClientJobResource.class,
        WorkerJobResource.class,
        RegistrationResource.class,
        WorkersResource.class,
        CoordinatorsResource.class,
        ServiceResource.class,
        AdminResource.class,
        QueueResource.class,
        RetentionResource.class,
        IdentitiesResource.class);
  }

  /** No generated description of the routes: it would be open to everybody. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
