package org.dffmpeg.coordinator.core.access;

import java.util.List;
import java.util.function.Function;
import org.dffmpeg.common.signing.CanonicalRequest;

/** What authentication looks at of an HTTP request, whoever received it. */
public final class PresentedRequest {
  private final String method;
  private final String route;
  private final Function<String, List<String>> headers;
  private final String peer;
  private final byte[] body;
  private final boolean onlyOnce;

  /**
   * A request as it came in.
   *
   * @param route the percent-decoded path below the API base, without query (PROTOCOL 3.4, 4)
   * @param headers name (any case) to all its values; an unknown name has none
   * @param peer the address of the TCP connection
   * @param body the bytes exactly as received; not changed afterwards
   * @param onlyOnce whether the same signature may be used once only: every request that changes or
   *     reveals something, and every poll (PITFALLS W16)
   */
  public PresentedRequest(
      String method,
      String route,
      Function<String, List<String>> headers,
      String peer,
      byte[] body,
      boolean onlyOnce) {
    this.method = method;
    this.route = route;
    this.headers = headers;
    this.peer = peer;
    this.body = body;
    this.onlyOnce = onlyOnce;
  }

  List<String> header(String name) {
    return headers.apply(name);
  }

  String peer() {
    return peer;
  }

  boolean onlyOnce() {
    return onlyOnce;
  }

  CanonicalRequest canonical(String timestamp) {
    return CanonicalRequest.of(method, route, timestamp, body);
  }

  /** Without the headers, which hold the signature, and without the body. */
  @Override
  public String toString() {
    return method + " " + route + " from " + peer;
  }
}
