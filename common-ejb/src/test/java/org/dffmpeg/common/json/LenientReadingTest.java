package org.dffmpeg.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.MessageBatch;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.common.testing.SignatureVectors;
import org.dffmpeg.common.testing.WireSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL 2: what is taken although it is not what we would write. */
class LenientReadingTest {
  private static final String LEAST =
      "\"binary_name\":\"ffmpeg\",\"supported_transports\":[\"http_polling\"]";

  @Test
  void a_python_client_s_body_is_read() throws WireFormatException {
    SubmitJob job = WireJson.read(SubmitJob.class, SignatureVectors.ALL.get(4).bodyBytes());

    assertThat(job)
        .isEqualTo(
            new SubmitJob(
                "ffmpeg",
                List.of("-i", "$Media/in.mkv", "$Media/out.mp4"),
                List.of("Media"),
                null,
                List.of("http_polling"),
                true,
                null,
                null,
                JobOptions.DEFAULT));
  }

  @Test
  void null_for_an_option_means_its_default() throws WireFormatException {
    SubmitJob job =
        submit(
            "{"
                + LEAST
                + ",\"class\":null,\"priority\":null,\"labels\":null,\"requires\":null,"
                + "\"slots\":null,\"queue_timeout\":null,\"run_timeout\":null,"
                + "\"stall_timeout\":null,\"retry\":null,\"not_before\":null}");

    assertThat(job.options()).isEqualTo(JobOptions.DEFAULT);
  }

  @Test
  void words_of_a_newer_coordinator_s_job_are_left_out() throws WireFormatException {
    JobOptions options =
        WireJson.read(
            JobOptions.class,
            "{\"class\":\"urgent\",\"retry\":{\"max_attempts\":2,\"on\":[\"moon\",\"stalled\"]}}"
                .getBytes(UTF_8));

    assertThat(options.jobClass()).isNull();
    assertThat(options.retry())
        .isEqualTo(new JobRetry(2, JobRetry.DEFAULT_BACKOFF, List.of(EndReason.STALLED)));
  }

  @Test
  void a_python_worker_s_logs_are_read() throws WireFormatException {
    AppendLogs logs = WireJson.read(AppendLogs.class, SignatureVectors.ALL.get(5).bodyBytes());

    assertThat(logs.logs().get(0).content()).isEqualTo("héllo \u2028 😀");
    assertThat(logs.logs().get(0).timestamp())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
  }

  @Test
  void unknown_keys_are_ignored_and_missing_ones_take_their_default() throws WireFormatException {
    SubmitJob job = submit("{" + LEAST + ",\"supported_features\":[{\"a\":[1,null]}]}");

    assertThat(job.arguments()).isEmpty();
    assertThat(job.paths()).isEmpty();
    assertThat(job.monitor()).isFalse();
    assertThat(job.heartbeatInterval()).isNull();
    assertThat(job.workingDirectory()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | true", "1 | true", "\"true\" | true", "\"YES\" | true", "\"on\" | true",
        "\"1\" | true", "false | false", "0 | false", "\"False\" | false", "\"off\" | false"
      })
  void booleans_come_in_many_forms(String json, boolean expected) throws WireFormatException {
    assertThat(submit("{" + LEAST + ",\"monitor\":" + json + "}").monitor()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 | 15",
        "\"15\" | 15",
        "\" 15 \" | 15",
        "15.0 | 15",
        "1.5e1 | 15",
        "-3 | -3",
        "true | 1",
        "2147483647 | 2147483647"
      })
  void integers_come_in_many_forms(String json, int expected) throws WireFormatException {
    byte[] body = ("{\"attempt\":" + json + "}").getBytes(UTF_8);

    assertThat(WireJson.read(AttemptClaim.class, body).attempt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-01-01T00:00:00Z\" | 2026-01-01T00:00:00Z",
        "\"2026-01-01T00:00:00+00:00\" | 2026-01-01T00:00:00Z",
        "\"2026-01-01T05:45:00+05:45\" | 2026-01-01T00:00:00Z",
        "\"2025-12-31T19:00:00-0500\" | 2026-01-01T00:00:00Z",
        "\"2026-01-01 00:00:00z\" | 2026-01-01T00:00:00Z",
        "\"2026-01-01T00:00Z\" | 2026-01-01T00:00:00Z",
        "\"2026-01-01T00:00:00.1Z\" | 2026-01-01T00:00:00.100Z",
        "\"2026-01-01T00:00:00.123456789Z\" | 2026-01-01T00:00:00.123456Z",
        "\"2026-01-01T00:00:00\" | 2026-01-01T00:00:00Z",
        "1767225600 | 2026-01-01T00:00:00Z",
        "1767225600.25 | 2026-01-01T00:00:00.250Z",
        "\"1767225600\" | 2026-01-01T00:00:00Z",
        "1767225600123 | 2026-01-01T00:00:00.123Z",
        "-1 | 1969-12-31T23:59:59Z"
      })
  void times_come_in_many_forms(String json, Instant expected) throws WireFormatException {
    AppendLogs logs =
        WireJson.read(
            AppendLogs.class,
            ("{\"logs\":[{\"stream\":\"stdout\",\"content\":\"\",\"timestamp\":" + json + "}]}")
                .getBytes(UTF_8));

    assertThat(logs.logs().get(0).timestamp()).isEqualTo(expected);
  }

  @Test
  void a_job_record_needs_only_a_few_keys() throws WireFormatException {
    JobView job =
        WireJson.read(
            JobView.class,
            ("{\"job_id\":\""
                    + WireSamples.JOB
                    + "\",\"requester_id\":\"c\",\"binary_name\":\"x\","
                    + "\"status\":\"pending\",\"transport\":\"http_polling\"}")
                .getBytes(UTF_8));

    assertThat(job.heartbeatInterval()).isEqualTo(5);
    assertThat(job.attempt()).isZero();
    assertThat(job.transport().path()).isEmpty();
    assertThat(job.createdAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void what_a_newer_peer_adds_does_not_hurt() throws WireFormatException {
    ReportStatus report =
        WireJson.read(
            ReportStatus.class,
            "{\"status\":\"failed\",\"exit_code\":1,\"reason\":\"eaten_by_a_grue\"}"
                .getBytes(UTF_8));
    TransportOffer offer =
        WireJson.read(
            TransportOffer.class,
            ("{\"transport\":\"rabbitmq\",\"transport_metadata\":{\"vhost\":\"/\",\"durable\":true,"
                    + "\"n\":3,\"_backend_metadata\":{\"x\":1},\"none\":null}}")
                .getBytes(UTF_8));

    assertThat(report.reason()).isNull();
    assertThat(offer.metadata()).containsOnlyKeys("vhost", "durable", "n").containsEntry("n", 3L);
  }

  @Test
  void a_message_that_cannot_be_read_is_passed_over_and_counted() throws WireFormatException {
    String good = new String(WireSamples.golden("message-status"), UTF_8);
    String unknown = good.replace("job_status", "job_stream_mode_switch");
    String broken = good.replace("\"completed\"", "\"exploded\"");

    MessageBatch batch =
        WireJson.read(
            MessageBatch.class,
            ("{\"messages\":[" + unknown + "," + good + "," + broken + ",7]}").getBytes(UTF_8));

    assertThat(batch.messages()).containsExactly(message());
    assertThat(batch.skipped()).isEqualTo(3);
  }

  private static DownlinkMessage message() {
    return (DownlinkMessage) Objects.requireNonNull(WireSamples.ALL.get("message-status"));
  }

  @Test
  void a_worker_in_error_is_offline() throws WireFormatException {
    byte[] json = "[{\"worker_id\":\"w\",\"status\":\"error\"}]".getBytes(UTF_8);

    assertThat(WireJson.readList(WorkerView.class, json))
        .extracting(WorkerView::status)
        .containsExactly(WorkerState.OFFLINE);
  }

  @Test
  void a_registration_without_status_is_online() throws WireFormatException {
    byte[] json =
        "{\"worker_id\":\"w\",\"registration_interval\":\"15\",\"supported_transports\":[\"x\"]}"
            .getBytes(UTF_8);
    RegisterWorker worker = WireJson.read(RegisterWorker.class, json);

    assertThat(worker.draining()).isFalse();
    assertThat(worker.slots()).isNull();
    assertThat(worker.capabilities()).isNull();
    assertThat(worker.capabilitiesHash()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"client_id\":\"c\"} | CLIENT",
        "{\"client_id\":\"c\",\"role\":\"admin\"} | ADMIN",
        "{\"client_id\":\"c\",\"roles\":[\"worker\"],\"role\":\"admin\"} | WORKER"
      })
  void a_role_may_be_one_word(String json, Role role) throws WireFormatException {
    assertThat(WireJson.read(AddUser.class, json.getBytes(UTF_8)).roles()).containsExactly(role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"detail\":\"Job not found\"} | NOT_FOUND | Job not found",
        "409 | {\"detail\":\"old\",\"code\":\"stale_attempt\"} | STALE_ATTEMPT | old",
        "400 | {\"detail\":\"x\",\"code\":\"from_the_future\"} | INVALID_REQUEST | x",
        "500 | Internal Server Error | INTERNAL | Internal Server Error",
        "502 | <html></html> | UNAVAILABLE | <html></html>",
        "422 | {\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"Field required\"}]} "
            + "| UNPROCESSABLE | [\"body\",\"x\"]: Field required",
        "422 | {\"detail\":[]} | UNPROCESSABLE | []",
        "403 | {\"message\":\"no detail\"} | FORBIDDEN | {\"message\":\"no detail\"}"
      })
  void anybody_s_error_body_is_a_problem(int status, String body, ProblemCode code, String detail) {
    assertThat(WireJson.readProblem(status, body.getBytes(UTF_8)))
        .isEqualTo(new Problem(code, detail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000\u0001", "\"text\"", "null", "[]"})
  void no_error_body_is_too_strange(String body) {
    assertThat(WireJson.readProblem(503, body.getBytes(UTF_8)).code())
        .isEqualTo(ProblemCode.UNAVAILABLE);
  }

  private static SubmitJob submit(String json) throws WireFormatException {
    return WireJson.read(SubmitJob.class, json.getBytes(UTF_8));
  }
}
