package org.dffmpeg.worker.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.RetryPolicy;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.ReportStatus;
import org.jspecify.annotations.Nullable;

/** Over signed HTTP. Thread-safe. */
public final class HttpJobUplink implements JobUplink {
  private static final RetryPolicy ACCEPT = RetryPolicy.USUAL.withPatience(Duration.ofSeconds(60));
  private static final RetryPolicy UNTIL_HEARD =
      RetryPolicy.USUAL.withPatience(RetryPolicy.FOR_EVER);
  private static final int INTERNAL_ERROR = 500;

  private final RetryingHttp http;
  private final JobId job;
  private final @Nullable Integer attempt;

  /**
   * Speaks for an attempt.
   *
   * @param attempt null if an old coordinator gave none
   */
  public HttpJobUplink(RetryingHttp http, JobId job, @Nullable Integer attempt) {
    this.http = http;
    this.job = job;
    this.attempt = attempt;
  }

  @Override
  public JobId job() {
    return job;
  }

  @Override
  public Verdict accept(List<Integer> outputs, BooleanSupplier abandoned) {
    return send(claim("accept", outputs), ACCEPT, abandoned);
  }

  @Override
  public Verdict reject() {
    return send(claim("reject"), ACCEPT, () -> false);
  }

  @Override
  public Verdict heartbeat() {
    return send(claim("worker_heartbeat"), RetryPolicy.ONCE, () -> true);
  }

  @Override
  public Verdict logs(List<LogEntry> entries, BooleanSupplier abandoned) {
    SignedRequest request = SignedRequest.post(route("logs"), new AppendLogs(entries, attempt));
    return send(request, UNTIL_HEARD, abandoned);
  }

  @Override
  public Verdict report(ReportStatus status, BooleanSupplier abandoned) {
    ReportStatus ours =
        new ReportStatus(
            status.status(), status.exitCode(), status.reason(), status.reasonDetail(), attempt);
    return send(SignedRequest.post(route("status"), ours), UNTIL_HEARD, abandoned);
  }

  private SignedRequest claim(String what) {
    return claim(what, null);
  }

  /** An old coordinator gave no attempt and wants no body. */
  private SignedRequest claim(String what, @Nullable List<Integer> outputs) {
    SignedRequest bare = SignedRequest.post(route(what));
    return attempt == null ? bare : bare.withBody(new AttemptClaim(attempt, outputs));
  }

  private String route(String what) {
    return "/jobs/" + job + "/" + what;
  }

  private Verdict send(SignedRequest request, RetryPolicy policy, BooleanSupplier abandoned) {
    try {
      return verdict(http.send(request, policy, abandoned));
    } catch (IOException e) {
      return new Verdict.Unheard(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Unheard("interrupted");
    }
  }

  private static Verdict verdict(Answer answer) {
    if (answer.isOk()) {
      return new Verdict.Taken(note(answer).orElse(""));
    }
    if (answer.isPassing()) {
      return new Verdict.Unheard(answer.explanation(), answer.status() == INTERNAL_ERROR);
    }
    return switch (answer.status()) {
      case 401 -> new Verdict.Unheard(answer.explanation());
      case 403, 404, 409 ->
          answer.isRefusal()
              ? new Verdict.Lost(answer.explanation())
              : new Verdict.Unheard(answer.explanation());
      default -> new Verdict.Refused(answer.explanation());
    };
  }

  private static Optional<String> note(Answer answer) {
    try {
      return Optional.ofNullable(answer.as(CommandAnswer.class).detail());
    } catch (WireFormatException e) {
      return Optional.empty();
    }
  }
}
