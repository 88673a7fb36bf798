package org.dffmpeg.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.SubmitJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"attempt\":1",
        "{\"attempt\":1,}",
        "{\"attempt\":1} {}",
        "{\"attempt\":1}x",
        "nonsense",
        "{\"attempt\":01}",
        "{\"attempt\":NaN}",
        " ",
        "{'attempt':1}"
      })
  void what_is_not_json_is_one_violation_with_the_offset(String json) {
    assertThat(refusal(AttemptClaim.class, json.getBytes(UTF_8)).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.type()).isEqualTo("json_invalid");
              assertThat(violation.loc()).hasSize(2).startsWith("body");
            });
  }

  @Test
  void what_is_not_utf8_is_refused() {
    byte[] latin = "{\"x\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusal(AttemptClaim.class, latin).violations())
        .extracting(WireFormatException.Violation::type)
        .containsExactly("json_invalid");
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 999, 1001, 1_000_000})
  void deep_nesting_is_refused_without_a_stack_overflow(int depth) {
    byte[] lists = ("{\"x\":" + "[".repeat(depth)).getBytes(UTF_8);
    byte[] objects = "{\"x\":".repeat(depth).getBytes(UTF_8);

    assertThat(refusal(AttemptClaim.class, lists)).hasMessageContaining("JSON decode error");
    assertThat(refusal(AttemptClaim.class, objects)).hasMessageContaining("JSON decode error");
  }

  @Test
  void nesting_that_a_newer_peer_might_use_is_ignored() throws WireFormatException {
    String json = "{\"attempt\":3,\"x\":" + "[".repeat(50) + "]".repeat(50) + "}";

    assertThat(WireJson.read(AttemptClaim.class, json.getBytes(UTF_8)))
        .isEqualTo(new AttemptClaim(3));
  }

  @Test
  @Timeout(60)
  void numbers_out_of_proportion_cost_no_time() {
    for (String number : new String[] {"1e999999999", "1".repeat(5_000_000), "-1E-99999999999"}) {
      byte[] json = ("{\"attempt\":" + number + "}").getBytes(UTF_8);
      assertThatThrownBy(() -> WireJson.read(AttemptClaim.class, json))
          .isInstanceOf(WireFormatException.class);
    }
  }

  @Test
  @Timeout(60)
  void a_million_faults_are_reported_as_a_few() {
    String logs = IntStream.range(0, 300_000).mapToObj(i -> "{}").collect(Collectors.joining(","));
    WireFormatException refusal =
        refusal(AppendLogs.class, ("{\"logs\":[" + logs + "]}").getBytes(UTF_8));

    assertThat(refusal.violations()).hasSizeLessThan(50);
    assertThat(WireJson.writeViolations(refusal.violations())).hasSizeLessThan(20_000);
  }

  @Test
  void a_huge_input_is_not_echoed_whole() {
    String json = "{\"arguments\":[\"" + "x".repeat(1_000_000) + "\"]}";
    WireFormatException refusal = refusal(SubmitJob.class, json.getBytes(UTF_8));

    assertThat(WireJson.writeViolations(refusal.violations())).hasSizeLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud83d", "a\\udc00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ud83d-"})
  void half_a_surrogate_pair_is_refused_in_names_and_its_place_told(String text) {
    byte[] json =
        ("{\"binary_name\":\"ffmpeg\",\"arguments\":[\"a\",\""
                + text
                + "\"],\"supported_transports\":[\"x\"]}")
            .getBytes(UTF_8);

    assertThat(refusal(SubmitJob.class, json).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.type()).isEqualTo("string_unicode");
              assertThat(violation.loc()).isEqualTo(List.of("body", "arguments", 1));
            });
  }

  @Test
  void output_makes_the_round_trip_whatever_its_characters() throws WireFormatException {
    String content = "a\ud83d-\ud83d\ude00 \ude00\0\u0085\u2028\uFFFD";
    byte[] json = WireJson.write(upload(content));

    AppendLogs read = WireJson.read(AppendLogs.class, json);

    assertThat(read.logs().get(0).content()).isEqualTo(content);
  }

  private static AppendLogs upload(String content) {
    return new AppendLogs(List.of(new LogEntry(null, LogStream.STDOUT, content, null)), null);
  }

  @Test
  void nul_is_refused_in_names_and_kept_in_output() throws WireFormatException {
    byte[] argument =
        "{\"binary_name\":\"ffmpeg\",\"arguments\":[\"a\\u0000b\"],\"supported_transports\":[\"x\"]}"
            .getBytes(UTF_8);
    byte[] output = "{\"logs\":[{\"stream\":\"stdout\",\"content\":\"\\u0000\"}]}".getBytes(UTF_8);

    assertThat(refusal(SubmitJob.class, argument)).hasMessageContaining("NUL");
    assertThat(WireJson.read(AppendLogs.class, output).logs().get(0).content()).isEqualTo("\0");
  }

  @Test
  @Timeout(60)
  void a_large_upload_is_read_quickly() throws WireFormatException {
    String entry = "{\"stream\":\"stdout\",\"content\":\"" + "é".repeat(100) + "\"}";
    String logs = IntStream.range(0, 50_000).mapToObj(i -> entry).collect(Collectors.joining(","));
    byte[] json = ("{\"logs\":[" + logs + "]}").getBytes(UTF_8);

    assertThat(json).hasSizeGreaterThan(10_000_000);
    assertThat(WireJson.read(AppendLogs.class, json).logs()).hasSize(50_000);
  }

  private static WireFormatException refusal(Class<?> type, byte[] json) {
    return catchThrowableOfType(WireFormatException.class, () -> WireJson.read(type, json));
  }
}
