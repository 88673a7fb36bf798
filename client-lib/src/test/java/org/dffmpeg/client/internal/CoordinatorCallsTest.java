package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.client.testing.Messages.JOB;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.CoordinatorUnreachable;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.client.api.ProtocolMismatch;
import org.dffmpeg.client.testing.OneJobCoordinator;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.SubmitJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the answers of a coordinator become for a user of the API. */
class CoordinatorCallsTest {
  private final OneJobCoordinator bench = new OneJobCoordinator();
  private final JobClient client = bench.client();

  @AfterEach
  void close() {
    client.close();
    bench.close();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(401, "Authentication failed", NotAuthorized.class),
        Arguments.of(403, "No permission to job", NotAuthorized.class),
        Arguments.of(404, "Job not found", NotFound.class),
        Arguments.of(404, "Not Found", ProtocolMismatch.class),
        Arguments.of(400, "Unsupported binary name: rm", JobRejected.class),
        Arguments.of(409, "other body", JobRejected.class),
        Arguments.of(422, "no", JobRejected.class),
        Arguments.of(307, "elsewhere", ProtocolMismatch.class));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_is_an_exception_that_says_what_was_tried_and_what_was_said(
      int status, String said, Class<? extends ClientException> type) {
    bench.answer("GET .*", Reply.refusal(status, said));

    assertThatThrownBy(() -> client.status(JOB))
        .isInstanceOf(type)
        .hasMessageContaining("status of job " + JOB)
        .hasMessageContaining(said);
  }

  @Test
  void the_coordinators_word_for_a_rejection_is_kept() {
    bench.answer(
        "POST /jobs/submit",
        Reply.of(400, "{\"detail\":\"Unsupported\",\"code\":\"unsupported_binary\"}"));

    assertThatThrownBy(() -> client.submit(JobRequest.of("rm")))
        .isInstanceOfSatisfying(
            JobRejected.class, e -> assertThat(e.code()).contains(ProblemCode.UNSUPPORTED_BINARY));
  }

  @Test
  void what_is_no_answer_of_ours_is_a_mismatch() {
    bench.answer("GET .*", Reply.of(200, "<html>welcome</html>"));

    assertThatThrownBy(() -> client.status(JOB)).isInstanceOf(ProtocolMismatch.class);
  }

  @Test
  void nobody_there_is_one_sentence() {
    URI nobody = URI.create("http://localhost:1");
    ClientSettings settings =
        ClientSettings.of(nobody, "client1", StubCoordinator.KEY.toBase64())
            .withPatience(Duration.ZERO);
    try (JobClient lonely = JobClient.connect(settings)) {
      assertThatThrownBy(() -> lonely.status(JOB))
          .isInstanceOf(CoordinatorUnreachable.class)
          .hasMessage(
              "status of job " + JOB + ": no answer from http://localhost:1: connection refused");
    }
  }

  @Test
  void a_coordinator_that_stays_busy_is_unreachable() {
    bench.answer("GET .*", Reply.refusal(503, "database away"));

    assertThatThrownBy(() -> client.status(JOB))
        .isInstanceOf(CoordinatorUnreachable.class)
        .hasMessageContaining("database away");
  }

  /** C5. */
  @Test
  void a_submission_that_is_repeated_carries_the_same_idempotency_key() {
    bench.answer(
        "POST /jobs/submit",
        call ->
            bench.calls("POST /jobs/submit").size() < 3
                ? Reply.refusal(503, "later")
                : Reply.ok(bench.job(JobState.PENDING, null, null)));

    client.submit(JobRequest.of("ffmpeg").detached());
    client.submit(JobRequest.of("ffmpeg").detached());

    List<String> keys =
        bench.calls("POST /jobs/submit").stream()
            .map(call -> String.valueOf(call.as(SubmitJob.class).idempotencyKey()))
            .toList();
    assertThat(keys.subList(0, 3)).containsOnly(keys.get(0)).doesNotContain("null");
    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
  }
}
