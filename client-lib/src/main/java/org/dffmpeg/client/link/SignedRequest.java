package org.dffmpeg.client.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.dffmpeg.common.json.WireJson;

/**
 * A request before it is signed. Immutable by convention: the body is not copied, nobody changes
 * it.
 *
 * @param route unescaped, below the API base, without query: what is signed (PROTOCOL 3.2)
 * @param query escaped, without question mark; empty for none; not signed
 * @param body the very bytes to send; empty for none
 * @param atMostOnce whether it must not be sent again unless it was surely not obeyed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SignedRequest(
    String method, String route, String query, byte[] body, boolean atMostOnce) {
  private static final byte[] NOTHING = {};
  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY_REQUESTS = 429;

  /** A request without query and body. */
  public static SignedRequest of(String method, String route) {
    return new SignedRequest(method, route, "", NOTHING, false);
  }

  /** A GET without query. */
  public static SignedRequest get(String route) {
    return of("GET", route);
  }

  /** A POST without body. */
  public static SignedRequest post(String route) {
    return of("POST", route);
  }

  /** A POST of a wire record. */
  public static SignedRequest post(String route, Object wireRecord) {
    return post(route).withBody(wireRecord);
  }

  /** The same request with this query. */
  public SignedRequest withQuery(String escaped) {
    return new SignedRequest(method, route, escaped, body, atMostOnce);
  }

  /** The same request with this wire record as body. */
  public SignedRequest withBody(Object wireRecord) {
    return new SignedRequest(method, route, query, WireJson.write(wireRecord), atMostOnce);
  }

  /** The same request, not to be repeated when it may have been obeyed. */
  public SignedRequest sentAtMostOnce() {
    return new SignedRequest(method, route, query, body, true);
  }

  /** Whether it may be sent again after this answer, for all it does. */
  boolean mayFollow(int status) {
    return !atMostOnce || status == UNAVAILABLE || status == TOO_MANY_REQUESTS;
  }

  /** Whether it may be sent again after this failure, for all it does. */
  boolean mayFollow(IOException failure) {
    return !atMostOnce
        || failure instanceof ConnectException
        || failure instanceof UnknownHostException;
  }

  /** Fit for a log: method and route only. */
  @Override
  public String toString() {
    return method + " " + route;
  }
}
