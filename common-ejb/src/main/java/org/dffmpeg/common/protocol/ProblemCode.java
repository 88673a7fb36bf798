package org.dffmpeg.common.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong, for programs: the {@code code} beside {@code detail} in an error body. Each has
 * one HTTP status.
 */
public enum ProblemCode {
  INVALID_ID(400),
  INVALID_REQUEST(400),
  UNSUPPORTED_BINARY(400),
  NO_SUPPORTED_TRANSPORT(400),
  NO_PENDING_REGISTRATION(400),
  INVALID_REGISTRATION_TOKEN(400),
  UNAUTHENTICATED(401),
  /** The signature is right, the clock is not; the detail names the skew and both times. */
  STALE_TIMESTAMP(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  /** The caller speaks for an attempt that is over: it must stop its process. */
  STALE_ATTEMPT(409),
  /** The idempotency key was used with another body. */
  IDEMPOTENCY_CONFLICT(409),
  ALREADY_EXISTS(409),
  BODY_TOO_LARGE(413),
  UNPROCESSABLE(422),
  TOO_MANY_FAILURES(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int httpStatus;

  ProblemCode(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProblemCode> ofWireName(String name) {
    return Arrays.stream(values()).filter(code -> code.wireName().equals(name)).findFirst();
  }

  /** The most general code of that status: what an answer without a code means. */
  public static ProblemCode ofHttpStatus(int httpStatus) {
    return switch (httpStatus) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 409 -> ALREADY_EXISTS;
      case 413 -> BODY_TOO_LARGE;
      case 422 -> UNPROCESSABLE;
      case 429 -> TOO_MANY_FAILURES;
      case 431 -> HEADERS_TOO_LARGE;
      case 502, 503, 504 -> UNAVAILABLE;
      default -> httpStatus >= 500 ? INTERNAL : INVALID_REQUEST;
    };
  }
}
