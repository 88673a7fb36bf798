package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dffmpeg.worker.execution.CommandEnding;
import org.junit.jupiter.api.Test;

/** C2 to C4, with recorded answers and invented machines. */
class CapabilityProbeTest {
  private static final Path FFMPEG = Path.of("/opt/ffmpeg");
  private static final String NO_CUDA =
      "[AVHWDeviceContext @ 0x565372d80900] Cannot load libcuda.so.1\nmore\n";

  private final List<String> asked = new ArrayList<>();
  private final Map<String, CommandEnding> answers = new LinkedHashMap<>();

  @Test
  void software_is_taken_as_listed() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("", failed(NO_CUDA));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG));

    assertThat(report.capabilities())
        .contains("encoder:libx264", "encoder:aac", "decoder:h264", "filter:scale")
        .noneMatch(name -> name.startsWith("hwaccel:") || name.contains("encoder:h264_"));
    assertThat(report.capabilities()).hasSize(217 - 20 + 30 + 58);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void hardware_is_named_only_if_it_has_worked() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("-init_hw_device cuda=d", ended(""));
    answers.put("-c:v h264_nvenc", ended(""));
    answers.put("-c:v hevc_nvenc", failed("[hevc_nvenc @ 0x5] No capable devices found\n"));
    answers.put("", failed("no such device\n"));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG));

    assertThat(report.capabilities())
        .contains("hwaccel:cuda", "encoder:h264_nvenc")
        .doesNotContain("encoder:hevc_nvenc", "hwaccel:qsv", "encoder:h264_qsv");
    assertThat(report.remarks())
        .contains("left out: encoder:hevc_nvenc: No capable devices found")
        .anyMatch(remark -> remark.matches("left out: .*encoder:h264_qsv.*: no such device"));
  }

  @Test
  void an_encoder_whose_sessions_are_all_taken_is_named() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("-init_hw_device cuda=d", ended(""));
    answers.put("-c:v h264_nvenc", failed("OpenEncodeSessionEx failed: out of memory (10)\n"));
    answers.put("", failed("no such device\n"));

    assertThat(probe(Map.of("ffmpeg", FFMPEG)).capabilities()).contains("encoder:h264_nvenc");
  }

  /** A machine without any hardware shall not try twenty encoders one by one. */
  @Test
  void nothing_is_tried_on_a_device_that_cannot_be_opened() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("", failed(NO_CUDA));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG));

    assertThat(asked)
        .noneMatch(words -> words.matches(".*-c:v \\S+_(nvenc|qsv|vaapi).*"))
        .anyMatch(words -> words.contains("-c:v h264_v4l2m2m"));
    assertThat(report.remarks())
        .anyMatch(
            remark -> remark.matches("left out: .*encoder:h264_nvenc.*: Cannot load libcuda.so.1"));
  }

  @Test
  void a_trial_that_hangs_leaves_its_encoder_out() throws InterruptedException {
    build("ffmpeg", Recorded.BYTEDECO_8_1_2);
    answers.put("-c:v h264_v4l2m2m", new CommandEnding.TimedOut(Duration.ofSeconds(10)));
    answers.put("", ended(""));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG));

    assertThat(report.capabilities())
        .contains("encoder:hevc_vulkan", "encoder:hevc_v4l2m2m")
        .doesNotContain("encoder:h264_v4l2m2m");
    assertThat(report.remarks()).contains("left out: encoder:h264_v4l2m2m: took longer than 10 s");
    assertThat(report.complete()).isTrue();
  }

  @Test
  void what_does_not_answer_like_ffmpeg_is_asked_nothing_more() throws InterruptedException {
    answers.put("", ended("hello\n"));

    CapabilityReport report = probe(Map.of("ffmpeg", Path.of("/bin/true")));

    assertThat(asked).containsExactly("/bin/true -hide_banner -version");
    assertThat(report.capabilities()).isEmpty();
    assertThat(report.fingerprint()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(report.remarks()).contains("ffmpeg: does not answer like ffmpeg");
  }

  @Test
  void an_answer_that_is_late_makes_the_report_incomplete() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("/opt/ffmpeg -hide_banner -filters", new CommandEnding.TimedOut(Duration.ZERO));
    answers.put("", failed(NO_CUDA));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG));

    assertThat(report.complete()).isFalse();
    assertThat(report.capabilities())
        .contains("encoder:libx264")
        .noneMatch(name -> name.startsWith("filter:"));
  }

  @Test
  void what_cannot_be_started_can_nothing() throws InterruptedException {
    answers.put("", new CommandEnding.NotStarted("no such file"));

    assertThat(probe(Map.of("ffmpeg", FFMPEG)).capabilities()).isEmpty();
  }

  @Test
  void only_what_is_called_ffmpeg_or_ffprobe_is_started() throws InterruptedException {
    answers.put("", ended(""));

    probe(
        Map.of(
            "mine", Path.of("/bin/rm"),
            "other", Path.of("/opt/ffmpeg-8/bin/ffmpeg"),
            "ffprobe", Path.of("/bin/probe")));

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "/opt/ffmpeg-8/bin/ffmpeg -hide_banner -version", "/bin/probe -hide_banner -version");
  }

  /** A job names a binary and a capability; both builds may be meant. */
  @Test
  void of_two_builds_only_what_both_have_is_named() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    build("ffmpeg8", Recorded.BYTEDECO_8_1_2);
    answers.put("", failed(NO_CUDA));

    CapabilityReport report = probe(Map.of("ffmpeg", FFMPEG, "ffmpeg8", Path.of("/opt/ffmpeg8")));

    assertThat(report.capabilities())
        .contains("encoder:libx264")
        .doesNotContain("encoder:librav1e", "encoder:libopenh264");
    assertThat(report.remarks())
        .anyMatch(r -> r.matches("left out: .*encoder:librav1e .*: not every binary has it"));
  }

  @Test
  void an_ffprobe_is_not_asked_for_encoders() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    build("ffprobe", Recorded.DEBIAN_5_1_9);
    answers.put(
        "/opt/ffprobe -hide_banner -version",
        ended(Recorded.DEBIAN_5_1_9.answer("-ffprobe-version")));
    answers.put("", failed(NO_CUDA));

    CapabilityReport both = probe(Map.of("ffmpeg", FFMPEG, "ffprobe", Path.of("/opt/ffprobe")));

    assertThat(both.capabilities()).contains("encoder:libx264", "decoder:h264");
    assertThat(asked).doesNotContain("/opt/ffprobe -hide_banner -encoders");
    assertThat(both.fingerprint())
        .isEqualTo(probe(Map.of("ffmpeg", FFMPEG)).fingerprint())
        .isPresent();
  }

  @Test
  void another_build_has_another_fingerprint() throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    build("ffmpeg8", Recorded.BYTEDECO_8_1_2);
    answers.put("", failed(NO_CUDA));

    String five = probe(Map.of("ffmpeg", FFMPEG)).fingerprint().orElseThrow();
    String eight = probe(Map.of("ffmpeg", Path.of("/opt/ffmpeg8"))).fingerprint().orElseThrow();

    assertThat(five).matches("[0-9a-f]{64}").isNotEqualTo(eight);
  }

  @Test
  void the_report_prints_one_capability_a_line_and_remarks_as_comments()
      throws InterruptedException {
    build("ffmpeg", Recorded.DEBIAN_5_1_9);
    answers.put("", failed(NO_CUDA));

    List<String> lines = probe(Map.of("ffmpeg", FFMPEG)).lines();

    assertThat(lines.get(0)).startsWith("# ffmpeg: ffmpeg version 5.1.9-0+deb12u1");
    assertThat(lines).contains("encoder:libx264").allMatch(line -> line.matches("# .*|\\w+:\\S+"));
  }

  /** A build in /opt whose lists are recorded. */
  private void build(String name, Recorded recorded) {
    for (String option : List.of("-version", "-encoders", "-decoders", "-hwaccels", "-filters")) {
      answers.put("/opt/" + name + " -hide_banner " + option, ended(recorded.answer(option)));
    }
  }

  private CapabilityReport probe(Map<String, Path> binaries) throws InterruptedException {
    return new CapabilityProbe(binaries, this::run).run();
  }

  /** The first answer whose key is part of the command; the empty key is the last resort. */
  private CommandEnding run(List<String> words, Duration deadline) {
    String command = String.join(" ", words);
    asked.add(command);
    Stream<String> exact = answers.keySet().stream().filter(command::equals);
    Stream<String> part =
        answers.keySet().stream().filter(key -> !key.isEmpty() && command.contains(key + " "));
    String key = Stream.concat(exact, part).findFirst().orElse("");
    return answers.getOrDefault(key, ended(""));
  }

  private static CommandEnding ended(String output) {
    return new CommandEnding.Ended(0, output, "");
  }

  private static CommandEnding failed(String errors) {
    return new CommandEnding.Ended(1, "", errors);
  }
}
