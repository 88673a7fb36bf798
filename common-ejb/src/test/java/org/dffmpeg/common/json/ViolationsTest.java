package org.dffmpeg.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.MetricsView;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.protocol.VerifyWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 422 bodies of PROTOCOL 5.1. */
class ViolationsTest {

  @Test
  void missing_keys_name_themselves_and_show_the_object() {
    assertThat(body(VerifyWorker.class, "{\"token\":\"x\"}"))
        .isEqualTo(
            detail(
                "{\"type\":\"missing\",\"loc\":[\"body\",\"registration_token\"],"
                    + "\"msg\":\"Field required\",\"input\":{\"token\":\"x\"}}"));
  }

  @Test
  void no_body_at_all_is_a_missing_body() {
    assertThat(body(VerifyWorker.class, ""))
        .isEqualTo(
            detail(
                "{\"type\":\"missing\",\"loc\":[\"body\"],"
                    + "\"msg\":\"Field required\",\"input\":null}"));
  }

  @Test
  void an_empty_text_is_too_short() {
    assertThat(body(VerifyWorker.class, "{\"registration_token\":\"\"}"))
        .isEqualTo(
            detail(
                "{\"type\":\"string_too_short\",\"loc\":[\"body\",\"registration_token\"],"
                    + "\"msg\":\"String should have at least 1 character\",\"input\":\"\","
                    + "\"ctx\":{\"min_length\":1}}"));
  }

  @Test
  void an_empty_list_is_too_short() {
    assertThat(body(AppendLogs.class, "{\"logs\":[]}"))
        .contains(
            "\"type\":\"too_short\"",
            "\"loc\":[\"body\",\"logs\"]",
            "\"msg\":\"List should have at least 1 item after validation, not 0\"",
            "\"field_type\":\"List\"",
            "\"min_length\":1",
            "\"actual_length\":0");
  }

  @Test
  void a_wrong_word_is_told_the_right_ones() {
    assertThat(body(ReportStatus.class, "{\"status\":\"running\"}"))
        .isEqualTo(
            detail(
                "{\"type\":\"literal_error\",\"loc\":[\"body\",\"status\"],"
                    + "\"msg\":\"Input should be 'completed', 'failed' or 'canceled'\","
                    + "\"input\":\"running\","
                    + "\"ctx\":{\"expected\":\"'completed', 'failed' or 'canceled'\"}}"));
    assertThat(body(JanitorRequest.class, "{\"action\":\"dance\"}"))
        .contains("'run_all', 'clean_workers' or 'clean_jobs'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "3601", "2147483647"})
  void a_heartbeat_interval_has_bounds(String seconds) {
    assertThat(
            body(
                SubmitJob.class,
                "{\"binary_name\":\"ffmpeg\",\"supported_transports\":[\"http_polling\"],"
                    + "\"heartbeat_interval\":"
                    + seconds
                    + "}"))
        .contains("\"loc\":[\"body\",\"heartbeat_interval\"]", "than or equal to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "priority | \"priority\":101 | equal to 100",
        "priority | \"priority\":-101 | equal to -100",
        "class | \"class\":\"urgent\" | 'probe', 'live', 'normal' or 'batch'",
        "labels | \"labels\":{\"\":\"x\"} | from 1 to 64 characters",
        "labels | \"labels\":[] | dictionary",
        "queue_timeout | \"queue_timeout\":0 | equal to 1",
        "run_timeout | \"run_timeout\":2592001 | equal to 2592000",
        "stall_timeout | \"stall_timeout\":\"soon\" | integer",
        "slots | \"slots\":0 | equal to 1",
        "slots | \"slots\":{} | equal to 1",
        "slots | \"slots\":{\"a b\":1} | Names should be like",
        "slots | \"slots\":{\"probe\":1} | other than probe",
        "slots\",\"cpu | \"slots\":{\"cpu\":10001} | equal to 10000",
        "retry\",\"max_attempts | \"retry\":{\"max_attempts\":21} | equal to 20",
        "retry\",\"backoff | \"retry\":{\"max_attempts\":2,\"backoff\":3601} | equal to 3600",
        "retry\",\"on\",0 | \"retry\":{\"max_attempts\":2,\"on\":[\"moon\"]} | 'worker_lost'",
        "requires\",\"encoders\",0 | \"requires\":{\"encoders\":[\"\"]} | at least 1 character",
        "not_before | \"not_before\":\"soon\" | datetime"
      })
  void a_wrong_option_is_named(String place, String member, String complaint) {
    assertThat(body(SubmitJob.class, submit(member)))
        .contains("\"loc\":[\"body\",\"" + place, complaint);
  }

  @Test
  void options_are_bounded_in_number_and_length() {
    String labels =
        IntStream.range(0, 33).mapToObj(i -> "\"l" + i + "\":\"\"").collect(joining(","));
    String encoders = String.join(",", Collections.nCopies(33, "\"x\""));

    assertThat(body(SubmitJob.class, submit("\"labels\":{" + labels + "}"))).contains("too_long");
    assertThat(body(SubmitJob.class, submit("\"labels\":{\"l\":\"" + "x".repeat(257) + "\"}")))
        .contains("string_too_long");
    assertThat(body(SubmitJob.class, submit("\"requires\":{\"encoders\":[" + encoders + "]}")))
        .contains("too_long");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, registration_interval",
    "-4, 1, registration_interval",
    "999999999, 1, registration_interval",
    "15, 0, slots",
    "15, 2000000000, slots"
  })
  void the_numbers_of_a_registration_have_bounds(int seconds, int slots, String key) {
    assertThat(
            body(
                RegisterWorker.class,
                "{\"worker_id\":\"w\",\"supported_transports\":[\"http_polling\"],"
                    + "\"registration_interval\":%d,\"slots\":%d}".formatted(seconds, slots)))
        .contains("\"loc\":[\"body\",\"" + key + "\"]", "than or equal to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"filter:a b\"", "\"\"", "7", "\"encoder:x\\n\"", "null", "\"<b>\""})
  void a_capability_that_is_no_name_is_named(String capability) {
    assertThat(body(RegisterWorker.class, registration("[\"encoder:libx264\"," + capability + "]")))
        .contains("\"loc\":[\"body\",\"capabilities\",1]", "string_pattern_mismatch")
        .contains("\"input\":" + capability);
  }

  @Test
  void nobody_has_more_capabilities_than_any_ffmpeg() {
    String many = Stream.generate(() -> "\"x\"").limit(5001).collect(joining(",", "[", "]"));

    assertThat(body(RegisterWorker.class, registration(many)))
        .contains("\"loc\":[\"body\",\"capabilities\"]", "at most 5000 items, not 5001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"capabilities_hash", "fingerprint"})
  void a_hash_is_64_hexadecimal_digits(String key) {
    String hash = "\"A" + "0".repeat(63) + "\"";

    assertThat(body(RegisterWorker.class, registration("[],\"" + key + "\":" + hash)))
        .contains("\"loc\":[\"body\",\"" + key + "\"]", "string_pattern_mismatch");
  }

  private static String registration(String capabilities) {
    return "{\"worker_id\":\"w\",\"supported_transports\":[\"http_polling\"],"
        + "\"registration_interval\":15,\"capabilities\":"
        + capabilities
        + "}";
  }

  @Test
  void a_text_that_is_no_number_cannot_be_parsed() {
    assertThat(body(AttemptClaim.class, "{\"attempt\":\"ten\"}"))
        .isEqualTo(
            detail(
                "{\"type\":\"int_parsing\",\"loc\":[\"body\",\"attempt\"],"
                    + "\"msg\":\"Input should be a valid integer, unable to parse string as an"
                    + " integer\",\"input\":\"ten\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "99999999999", "1e400", "[]", "{}", "\"2147483648\""})
  void what_is_no_integer_is_refused(String json) {
    assertThat(body(AttemptClaim.class, "{\"attempt\":" + json + "}")).contains("\"type\":\"int_");
  }

  @Test
  void a_number_does_not_pass_for_a_text() {
    assertThat(body(VerifyWorker.class, "{\"registration_token\":7}"))
        .isEqualTo(
            detail(
                "{\"type\":\"string_type\",\"loc\":[\"body\",\"registration_token\"],"
                    + "\"msg\":\"Input should be a valid string\",\"input\":7}"));
  }

  @Test
  void null_passes_only_where_a_type_says_so() {
    assertThat(body(SubmitJob.class, submit("\"arguments\":null"))).contains("list_type");
    assertThat(body(SubmitJob.class, submit("\"monitor\":null"))).contains("bool_type");
    assertThat(body(SubmitJob.class, submit("\"arguments\":[null]"))).contains("string_type");
  }

  @Test
  void a_wrong_ulid_or_time_is_named_where_it_stands() {
    String entry =
        "{\"stream\":\"stdout\",\"content\":\"x\",\"id\":\"01m82d2eepc0z8abd66137sevb\","
            + "\"timestamp\":\"yesterday\"}";

    assertThat(body(AppendLogs.class, "{\"logs\":[" + entry + "," + entry + "]}"))
        .contains(
            "{\"type\":\"ulid_format\",\"loc\":[\"body\",\"logs\",0,\"id\"],"
                + "\"msg\":\"Unrecognized format\"",
            "\"loc\":[\"body\",\"logs\",1,\"timestamp\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-13-01T00:00:00Z\"",
        "\"2026-01-01T24:00:00Z\"",
        "\"2026-01-01T00:00:00+19:00\"",
        "\"2026-01-01\"",
        "\"now\"",
        "1e30",
        "[]",
        "true",
        "\"\""
      })
  void what_is_no_time_is_refused(String json) {
    assertThat(
            body(
                AppendLogs.class,
                "{\"logs\":[{\"stream\":\"stdout\",\"content\":\"\",\"timestamp\":" + json + "}]}"))
        .contains("datetime_parsing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true"})
  void what_is_no_object_is_refused(String json) {
    assertThat(body(AttemptClaim.class, json)).contains("model_attributes_type");
  }

  @Test
  void all_violations_are_told_at_once() {
    assertThat(body(RegisterWorker.class, "{\"worker_id\":\"\",\"slots\":\"many\"}"))
        .contains(
            "[\"body\",\"worker_id\"]",
            "[\"body\",\"registration_interval\"]",
            "[\"body\",\"supported_transports\"]",
            "[\"body\",\"slots\"]");
  }

  @Test
  void a_name_longer_than_the_stores_keep_is_refused() {
    assertThat(body(AddUser.class, "{\"client_id\":\"" + "x".repeat(256) + "\"}"))
        .contains("string_too_long", "255");
  }

  @Test
  void records_made_of_stand_ins_never_come_out() {
    for (Class<?> type : Codecs.records()) {
      if (!type.getSimpleName()
          .matches("Acknowledged|AttemptClaim|CommandAnswer|JobOptions|ReEncrypt|SetPriority")) {
        assertThatThrownBy(() -> WireJson.read(type, "{}".getBytes(UTF_8)))
            .isInstanceOf(WireFormatException.class);
      }
    }
    assertThat(body(JobView.class, "{}")).contains("job_id", "requester_id", "transport");
    assertThat(body(MetricsView.class, "{}")).contains("total", "per_worker");
  }

  @Test
  void what_is_no_wire_record_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> WireJson.write("text")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String submit(String member) {
    return "{\"binary_name\":\"ffmpeg\",\"supported_transports\":[\"x\"]," + member + "}";
  }

  private static String detail(String items) {
    return "{\"detail\":[" + items + "],\"code\":\"unprocessable\"}";
  }

  private static String body(Class<?> type, String json) {
    WireFormatException refusal =
        catchThrowableOfType(
            WireFormatException.class, () -> WireJson.read(type, json.getBytes(UTF_8)));
    return new String(WireJson.writeViolations(refusal.violations()), UTF_8);
  }
}
