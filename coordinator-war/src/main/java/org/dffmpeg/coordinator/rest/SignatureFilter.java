package org.dffmpeg.coordinator.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dffmpeg.coordinator.core.access.AuthenticateRequest;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.PresentedRequest;

/**
 * Lets signed requests pass, with the very bytes that were hashed as their body and their caller as
 * the security context. The length of the body was limited before.
 */
@Signed
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class SignatureFilter implements ContainerRequestFilter {
  private static final String ADMINISTRATION = "/admin/";

  private final AuthenticateRequest authenticate;

  @Context private HttpServletRequest connection;

  @Inject
  public SignatureFilter(AuthenticateRequest authenticate) {
    this.authenticate = authenticate;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    Runnable step =
        authenticate
            .run(presented(request, body))
            .<Runnable>fold(
                admitted -> () -> pass(request, admitted.caller()),
                denied -> () -> request.abortWith(Answers.problem(denied.problem())),
                throttled ->
                    () ->
                        request.abortWith(
                            Answers.problem(throttled.problem(), throttled.retryAfter())));
    step.run();
  }

  private PresentedRequest presented(ContainerRequestContext request, byte[] body) {
    String route = "/" + request.getUriInfo().getPath();
    return new PresentedRequest(
        request.getMethod(),
        route,
        name -> request.getHeaders().getOrDefault(name, List.of()),
        connection.getRemoteAddr(),
        body,
        !request.getMethod().equals(HttpMethod.GET) || route.startsWith(ADMINISTRATION));
  }

  private static void pass(ContainerRequestContext request, Caller caller) {
    boolean secure = request.getSecurityContext().isSecure();
    request.setSecurityContext(new CallerContext(caller, secure));
  }
}
