package org.dffmpeg.coordinator.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.dffmpeg.common.protocol.ProblemCode;

/** How large a request may be (F3). Immutable. */
record RequestLimits(int headerBytes, int bodyBytes) {
  /**
   * Room for a signed request with a long {@code X-Forwarded-For}; well below the server's own
   * bound.
   */
  static final int DEFAULT_HEADER_BYTES = 16 * 1024;

  private static final int BETWEEN_NAME_AND_VALUE = 4;

  /** What is too large before the body is read: its announced length, or the headers. */
  Optional<ProblemCode> exceededBy(HttpServletRequest request) {
    if (request.getContentLengthLong() > bodyBytes) {
      return Optional.of(ProblemCode.BODY_TOO_LARGE);
    }
    return headerBytes(request) > headerBytes
        ? Optional.of(ProblemCode.HEADERS_TOO_LARGE)
        : Optional.empty();
  }

  /** Whether the body's length is unknown until it has been read. */
  static boolean isOpenEnded(HttpServletRequest request) {
    return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
  }

  private static int headerBytes(HttpServletRequest request) {
    int sum = request.getRequestURI().length();
    String query = request.getQueryString();
    sum += query == null ? 0 : query.length();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        sum += name.length() + value.length() + BETWEEN_NAME_AND_VALUE;
      }
    }
    return sum;
  }
}
