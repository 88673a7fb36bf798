package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.TreeSet;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Fault;

/** Whatever goes wrong leaves as one error body (PROTOCOL 5.1). Stateless. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WireFormatException malformed) {
      byte[] body = WireJson.writeViolations(malformed.violations());
      return Answers.bytes(ProblemCode.UNPROCESSABLE.httpStatus(), body);
    }
    if (thrown instanceof WebApplicationException refused) {
      return ofStatus(refused.getResponse());
    }
    if (thrown instanceof IOException) {
      LOG.log(Level.DEBUG, () -> "a request broke off: " + thrown.getMessage());
      return Answers.problem(new Problem(ProblemCode.INVALID_REQUEST, "Incomplete request"));
    }
    Fault fault = Fault.of(thrown);
    return fault
        .retryAfter()
        .map(wait -> Answers.problem(fault.problem(), wait))
        .orElseGet(() -> Answers.problem(fault.problem()));
  }

  /** What JAX-RS itself refuses: no such route, no such method there, nonsense in a header. */
  private static Response ofStatus(Response refusal) {
    Problem problem =
        new Problem(
            ProblemCode.ofHttpStatus(refusal.getStatus()),
            refusal.getStatusInfo().getReasonPhrase());
    Response.ResponseBuilder answer =
        Response.fromResponse(Answers.problem(problem)).status(refusal.getStatus());
    Set<String> methods = new TreeSet<>(refusal.getAllowedMethods());
    methods.removeAll(OfferedMethodsFilter.NOT_OFFERED);
    return methods.isEmpty()
        ? answer.build()
        : answer.header(HttpHeaders.ALLOW, String.join(", ", methods)).build();
  }
}
