package org.dffmpeg.client.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.Problem;

/**
 * What came back, whatever the status. Immutable by convention: the body is not copied.
 *
 * @param status the HTTP status
 * @param body all of it; empty if there was none
 * @param retryAfter the header of that name in its form of seconds
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(int status, byte[] body, Optional<Duration> retryAfter) {
  /** Whether the status is one of 200 to 299. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request may succeed later: 5xx or 429. */
  public boolean isPassing() {
    return status >= 500 || status == 429;
  }

  /**
   * Whether a status says that this coordinator does not serve now, or that nobody answered a proxy
   * in front of it: another one may.
   */
  static boolean isAway(int status) {
    return status >= 502 && status <= 504;
  }

  /** The body as a wire record. */
  public <T> T as(Class<T> wireRecord) throws WireFormatException {
    return WireJson.read(wireRecord, body);
  }

  /** The body as a JSON array of wire records. */
  public <T> List<T> asListOf(Class<T> wireRecord) throws WireFormatException {
    return WireJson.readList(wireRecord, body);
  }

  /** The error body, whoever sent it (PROTOCOL 5.1). */
  public Problem problem() {
    return WireJson.readProblem(status, body);
  }

  /**
   * Whether the coordinator refused the request for good: it was neither done nor may it succeed
   * later, and the coordinator itself said so, not a proxy between or a server that starts or
   * stops.
   */
  public boolean isRefusal() {
    return !isOk() && !isPassing() && WireJson.isProblem(body);
  }

  /** What the other side said and the status, for a message to people. */
  public String explanation() {
    String said = problem().detail();
    return said.isEmpty() ? "status " + status : said + " (" + status + ")";
  }
}
