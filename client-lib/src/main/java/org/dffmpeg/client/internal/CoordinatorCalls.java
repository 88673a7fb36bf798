package org.dffmpeg.client.internal;

import java.io.IOException;
import java.util.List;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.CoordinatorUnreachable;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.client.api.ProtocolMismatch;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.RetryPolicy;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.json.WireFormatException;

/** Calls to the coordinator, with every failure as a {@link ClientException}. Thread-safe. */
public final class CoordinatorCalls {
  private static final String UNKNOWN_ROUTE = "Not Found";

  private final RetryingHttp http;
  private final RetryPolicy policy;

  CoordinatorCalls(RetryingHttp http, RetryPolicy policy) {
    this.http = http;
    this.policy = policy;
  }

  /**
   * One record.
   *
   * @param attempt what is tried, as the start of an error message: {@code submit ffmpeg}
   */
  public <T> T ask(String attempt, SignedRequest request, Class<T> type) {
    Answer answer = send(attempt, request);
    try {
      return answer.as(type);
    } catch (WireFormatException e) {
      throw notUnderstood(attempt, e);
    }
  }

  /** A list of records. */
  public <T> List<T> askList(String attempt, SignedRequest request, Class<T> type) {
    Answer answer = send(attempt, request);
    try {
      return answer.asListOf(type);
    } catch (WireFormatException e) {
      throw notUnderstood(attempt, e);
    }
  }

  /** An answer with a status of success. */
  public Answer send(String attempt, SignedRequest request) {
    try {
      Answer answer = http.send(request, policy);
      if (!answer.isOk()) {
        throw refusal(attempt, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new CoordinatorUnreachable(
          attempt + ": no answer from " + http.endpoints() + ": " + Failures.plain(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoordinatorUnreachable(attempt + ": interrupted", e);
    }
  }

  /** What an answer without success means to a caller. */
  ClientException refusal(String attempt, Answer answer) {
    String message = attempt + ": " + answer.explanation();
    if (answer.isPassing()) {
      return new CoordinatorUnreachable(http.endpoints() + ": " + message);
    }
    return switch (answer.status()) {
      case 401, 403 -> new NotAuthorized(message);
      case 404 -> notFound(message, answer);
      case 400, 409, 413, 422 -> new JobRejected(message, answer.problem().code());
      default -> new ProtocolMismatch(http.endpoints().current() + ": " + message);
    };
  }

  private ClientException notFound(String message, Answer answer) {
    return answer.problem().detail().equals(UNKNOWN_ROUTE)
        ? new ProtocolMismatch(http.endpoints().current() + " does not offer this: " + message)
        : new NotFound(message);
  }

  private ProtocolMismatch notUnderstood(String attempt, WireFormatException e) {
    return new ProtocolMismatch(
        attempt
            + ": answer of "
            + http.endpoints().current()
            + " not understood: "
            + e.getMessage(),
        e);
  }
}
