package org.dffmpeg.common.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SignatureVectors;
import org.dffmpeg.common.testing.WireSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireRecordsTest {

  @Test
  void keys_and_tokens_do_not_print() {
    assertThat(Objects.requireNonNull(WireSamples.ALL.get("user-with-key")).toString())
        .contains("client1")
        .doesNotContain(SignatureVectors.KEY_TEXT);
    assertThat(new VerifyWorker("secret-token").toString()).doesNotContain("secret-token");
    assertThat(new Payload.VerifyRegistration("secret-token").toString())
        .doesNotContain("secret-token");
  }

  @Test
  void a_report_is_about_an_end() {
    assertThatThrownBy(() -> new ReportStatus(JobState.RUNNING, null, null, null, null))
        .hasMessageContaining("RUNNING");
  }

  @Test
  void a_record_does_not_change_with_what_it_was_made_of() {
    List<String> arguments = new ArrayList<>(List.of("-i"));
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("path", "/p"));
    SubmitJob job =
        new SubmitJob(
            "ffmpeg",
            arguments,
            List.of(),
            null,
            List.of("x"),
            false,
            null,
            null,
            JobOptions.DEFAULT);
    TransportOffer offer = new TransportOffer("http_polling", metadata);
    arguments.add("more");
    metadata.clear();

    assertThat(job.arguments()).containsExactly("-i");
    assertThat(offer.path()).contains("/p");
  }

  @Test
  void options_out_of_bounds_do_not_exist() {
    assertThatThrownBy(() -> JobOptions.DEFAULT.withPriority(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> new JobRetry(0, 1, List.of())).hasMessageContaining("max_attempts");
    assertThatThrownBy(() -> new JobLimits(null, 0, null)).hasMessageContaining("run_timeout");
    assertThatThrownBy(() -> Slots.cpu(-1)).hasMessageContaining("cpu");
    assertThatThrownBy(() -> new Slots(Map.of("a pool", 1))).hasMessageContaining("a pool");
  }

  @Test
  void what_a_job_needs_is_named_as_workers_name_it() {
    assertThat(WireSamples.OPTIONS.requires().capabilities())
        .containsExactly(
            "encoder:hevc_nvenc",
            "decoder:h264",
            "hwaccel:cuda",
            "filter:scale",
            "filter:libplacebo",
            "tag:big");
  }

  @Test
  void metadata_keeps_its_order() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (int i = 9; i >= 0; i--) {
      metadata.put("key" + i, i);
    }

    assertThat(new TransportOffer("x", metadata).metadata().keySet())
        .containsExactlyElementsOf(metadata.keySet());
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void a_code_is_found_by_its_name(ProblemCode code) {
    assertThat(ProblemCode.ofWireName(code.wireName())).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST", "401, UNAUTHENTICATED", "403, FORBIDDEN", "404, NOT_FOUND",
    "405, METHOD_NOT_ALLOWED", "409, ALREADY_EXISTS", "413, BODY_TOO_LARGE", "418, INVALID_REQUEST",
    "422, UNPROCESSABLE", "429, TOO_MANY_FAILURES", "431, HEADERS_TOO_LARGE", "500, INTERNAL",
    "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE", "599, INTERNAL"
  })
  void a_status_without_a_code_has_a_general_one(int status, ProblemCode code) {
    assertThat(ProblemCode.ofHttpStatus(status)).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_role_is_found_by_its_name(Role role) {
    assertThat(Role.ofWireName(role.wireName())).contains(role);
    assertThat(Role.ofWireName(role.name())).isEmpty();
  }

  @Test
  void each_payload_has_its_branch() {
    assertThat(
            WireSamples.ALL.values().stream()
                .filter(DownlinkMessage.class::isInstance)
                .map(message -> ((DownlinkMessage) message).payload())
                .map(WireRecordsTest::branch))
        .containsExactly("job_request", "job_status", "job_logs", "verify_registration");
  }

  private static String branch(Payload payload) {
    return payload.fold(Payload::type, Payload::type, Payload::type, Payload::type);
  }
}
