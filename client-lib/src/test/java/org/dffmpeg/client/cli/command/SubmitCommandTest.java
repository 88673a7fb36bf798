package org.dffmpeg.client.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.cli.FakeSession;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.LogStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitCommandTest {
  private final FakeSession session = new FakeSession();

  @Test
  void ffmpeg_s_arguments_need_no_separator() {
    assertThat(submitted("-i", "in.mkv", "-c:v", "libx264", "-b:v", "1M", "out.mp4"))
        .isEqualTo(
            JobRequest.of("ffmpeg", "-i", "in.mkv", "-c:v", "libx264", "-b:v", "1M", "out.mp4")
                .in(Path.of("/home/u")));
  }

  @Test
  void own_options_come_before_ffmpeg_s() {
    JobRequest request =
        submitted("-b", "ffprobe", "--heartbeat-interval", "7", "--strict-paths", "-D", "in.mkv");

    assertThat(request.binary()).isEqualTo("ffprobe");
    assertThat(request.heartbeatInterval()).isEqualTo(Duration.ofSeconds(7));
    assertThat(request.strictPaths()).isTrue();
    assertThat(request.monitored()).isFalse();
    assertThat(request.arguments()).containsExactly("in.mkv");
  }

  @Test
  void long_forms_of_own_options_are_the_same() {
    assertThat(submitted("--binary", "ffprobe", "--detach", "x"))
        .isEqualTo(submitted("-b", "ffprobe", "-D", "x"));
  }

  @Test
  void every_option_of_the_queue_has_its_flag() {
    JobRequest request =
        submitted(
            """
            --class batch --priority -5 --label show=Wire --label season=1 --require tag=big
            --require encoder=hevc_nvenc --require decoder=h264 --require hwaccel=cuda
            --require filter=scale --slots cpu=2,nvenc0=1 --queue-timeout 3600 --run-timeout 7200
            --stall-timeout 60 --retries 2 --retry-on worker_lost,disk_full --retry-backoff 10
            --not-before 2026-12-24T21:00:00+01:00 x\
            """
                .split("\\s+"));

    assertThat(request.arguments()).containsExactly("x");
    assertThat(request.options())
        .isEqualTo(
            new JobOptions(
                JobClass.BATCH,
                -5,
                Map.of("show", "Wire", "season", "1"),
                new CapabilityNeeds(
                    List.of("hevc_nvenc"),
                    List.of("h264"),
                    List.of("cuda"),
                    List.of("scale"),
                    List.of("big")),
                new Slots(Map.of("cpu", 2, "nvenc0", 1)),
                new JobLimits(3600, 7200, 60),
                new JobRetry(3, 10, List.of(EndReason.WORKER_LOST, EndReason.DISK_FULL)),
                Instant.parse("2026-12-24T20:00:00Z")));
    assertThat(submitted("--slots", "3", "x").options().slots()).isEqualTo(Slots.cpu(3));
  }

  @Test
  void what_is_said_of_retries_counts_without_their_number() {
    assertThat(submitted("--retry-on", "stalled", "x").options().retry())
        .isEqualTo(new JobRetry(3, 5, List.of(EndReason.STALLED)));
    assertThat(submitted("--retry-backoff", "60", "x").options().retry())
        .isEqualTo(new JobRetry(3, 60, List.of()));
    assertThat(submitted("x").options().retry()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--class | urgent | one of probe, live, normal, batch",
        "--priority | 101 | priority from -100 to 100",
        "--priority | high | not an int",
        "--require | hevc_nvenc | does not start with one of encoder=",
        "--slots | many | a whole number, or pools",
        "--slots | cpu=x | a whole number, or pools",
        "--queue-timeout | 0 | queue_timeout from 1",
        "--run-timeout | 1h | whole number of seconds",
        "--retries | 20 | max_attempts from 1 to 20",
        "--retry-on | moon | a reason",
        "--not-before | tomorrow | a time with its zone"
      })
  void a_wrong_option_of_the_queue_is_a_wrong_command_line(
      String flag, String value, String complaint) {
    assertThat(session.run(new ClientCommand(), "submit", flag, value, "x")).isEqualTo(2);
    assertThat(session.err()).contains(complaint);
    assertThat(session.fakeClient().submitted).isEmpty();
  }

  @Test
  void after_the_separator_everything_is_ffmpeg_s() {
    assertThat(submitted("--", "-D", "-b", "x", "--json", "-h").arguments())
        .containsExactly("-D", "-b", "x", "--json", "-h");
  }

  @Test
  void an_option_that_looks_like_help_is_not_taken_for_it() {
    assertThat(submitted("-hide_banner", "-version").arguments())
        .containsExactly("-hide_banner", "-version");
  }

  @Test
  void arguments_arrive_as_they_are() {
    assertThat(submitted("--", "", " ", "a,b", "\"q\"", "a=b", "@file", "$M/x").arguments())
        .containsExactly("", " ", "a,b", "\"q\"", "a=b", "@file", "$M/x");
  }

  @Test
  void a_mistyped_option_is_not_sent_to_ffmpeg() {
    assertThat(session.run(new ClientCommand(), "submit", "--detatch", "-i", "x")).isEqualTo(2);
    assertThat(session.err()).contains("submit has no option --detatch").hasLineCount(1);
  }

  @Test
  void the_exit_code_is_ffmpeg_s() {
    session.fakeClient().result =
        new JobResult.Failed(Samples.JOB, 187, EndReason.EXITED, "ffmpeg ended with 187");

    assertThat(session.run(new ClientCommand(), "submit", "x")).isEqualTo(187);
    assertThat(session.err()).isEmpty();
  }

  @Test
  void a_failure_that_ffmpeg_did_not_explain_is_explained() {
    session.fakeClient().result =
        new JobResult.Failed(Samples.JOB, 1, EndReason.WORKER_LOST, "worker w1 was lost");

    assertThat(session.run(new ClientCommand(), "submit", "x")).isEqualTo(1);
    assertThat(session.err()).isEqualTo("dffmpeg-client: worker w1 was lost\n");
  }

  @Test
  void a_canceled_job_ends_with_130() {
    session.fakeClient().result =
        new JobResult.Canceled(Samples.JOB, EndReason.CANCELED_BY, "by x");

    assertThat(session.run(new ClientCommand(), "submit", "x")).isEqualTo(130);
  }

  @Test
  void output_goes_to_the_stream_it_came_from() {
    session.fakeClient().play =
        listener -> {
          listener.onLine(Samples.JOB, LogStream.STDOUT, "data");
          listener.onLine(Samples.JOB, LogStream.STDERR, "  talk ");
        };

    session.run(new ClientCommand(), "submit", "x");

    assertThat(session.out()).isEqualTo("data\n");
    assertThat(session.err()).isEqualTo("  talk \n");
  }

  @Test
  void with_json_stdout_holds_the_job_alone() {
    session.fakeClient().statuses.add(Samples.job(JobState.COMPLETED, 0));
    session.fakeClient().play = listener -> listener.onLine(Samples.JOB, LogStream.STDOUT, "data");

    session.run(new ClientCommand(), "submit", "--json", "x");

    assertThat(session.out()).startsWith("{").contains("\"job_id\":\"" + Samples.JOB + "\"");
    assertThat(session.out()).hasLineCount(1);
    assertThat(session.err()).isEqualTo("data\n");
  }

  @Test
  void what_it_waits_for_is_said_once() {
    session.fakeClient().timeOuts = 2;
    session.fakeClient().statuses.add(Samples.job(JobState.PENDING, null, "a free slot"));

    assertThat(session.run(new ClientCommand(), "submit", "x")).isZero();
    assertThat(session.err()).isEqualTo("waiting: a free slot\n");
  }

  @Test
  void a_question_without_an_answer_does_not_end_the_job() {
    session.fakeClient().timeOuts = 3;

    assertThat(session.run(new ClientCommand(), "submit", "x")).isZero();
    assertThat(session.fakeClient().calls).containsOnly("status " + Samples.JOB).hasSize(3);
  }

  @Test
  void a_job_that_runs_is_not_asked_what_it_waits_for() {
    session.fakeClient().timeOuts = 3;
    session.fakeClient().play = listener -> listener.onStatus(Samples.JOB, JobState.RUNNING);

    assertThat(session.run(new ClientCommand(), "submit", "x")).isZero();
    assertThat(session.fakeClient().calls).isEmpty();
  }

  @Test
  void a_job_that_was_taken_or_has_ended_is_no_failure_when_more_cannot_be_known() {
    assertThat(session.run(new ClientCommand(), "submit", "--json", "-D", "x")).isZero();
    assertThat(session.run(new ClientCommand(), "submit", "--json", "x")).isZero();

    assertThat(session.out().lines())
        .containsOnly("{\"job_id\":\"" + Samples.JOB + "\"}")
        .hasSize(2);
    assertThat(session.err()).contains("only the id is known");
  }

  @Test
  void a_detached_job_is_named_and_left() {
    assertThat(session.run(new ClientCommand(), "submit", "-D", "x")).isZero();
    assertThat(session.out()).isEqualTo(Samples.JOB + "\n");
  }

  @Test
  void an_unmapped_path_is_warned_of() {
    session.with(mapping());

    assertThat(session.run(new ClientCommand(), "submit", "-i", "/elsewhere/a", "/data/b"))
        .isZero();
    assertThat(session.err())
        .startsWith("warning: /elsewhere/a ")
        .contains("paths:")
        .hasLineCount(1);
  }

  @Test
  void an_unmapped_path_is_refused_when_paths_are_strict() {
    session.with(mapping());

    assertThat(session.run(new ClientCommand(), "submit", "--strict-paths", "/elsewhere/a"))
        .isEqualTo(4);
    assertThat(session.fakeClient().submitted).isEmpty();
    assertThat(session.err()).contains("/elsewhere/a").hasLineCount(1);
  }

  @Test
  void explain_shows_what_would_be_sent_and_sends_nothing() {
    session.with(mapping());

    assertThat(session.run(new ClientCommand(), "submit", "--explain", "/data/a", "/etc/b"))
        .isZero();
    assertThat(session.out())
        .containsPattern("/data/a +\\$M/a +mapped")
        .containsPattern("/etc/b +/etc/b +NOT MAPPED");
    assertThat(session.fakeClient().submitted).isEmpty();
  }

  @Test
  void explain_as_json_is_the_body_that_would_be_posted() {
    session.with(mapping());

    session.run(new ClientCommand(), "submit", "--explain", "--json", "/data/a");

    assertThat(session.out())
        .contains("\"binary_name\":\"ffmpeg\"", "\"arguments\":[\"$M/a\"]", "\"paths\":[\"M\"]");
  }

  private static ClientSettings mapping() {
    return ClientSettings.of(
            URI.create("http://127.0.0.1:1"),
            "media1",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        .withPaths(Map.of("M", Path.of("/data")));
  }

  private JobRequest submitted(String... arguments) {
    FakeSession fresh = new FakeSession();
    String[] line = new String[arguments.length + 1];
    line[0] = "submit";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    assertThat(fresh.run(new ClientCommand(), line)).as(fresh.err()).isZero();
    List<JobRequest> requests = fresh.fakeClient().submitted;
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).workingDirectory()).isEqualTo(Optional.of(Path.of("/home/u")));
    return requests.get(0);
  }
}
