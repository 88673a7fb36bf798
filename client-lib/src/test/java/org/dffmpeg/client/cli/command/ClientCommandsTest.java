package org.dffmpeg.client.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.cli.FakeSession;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import org.junit.jupiter.api.Test;

/** Every command of {@code dffmpeg-client} but {@code submit}, from its arguments to its output. */
class ClientCommandsTest {
  private static final String ID = Samples.JOB.value();
  private static final MessageId CURSOR = new MessageId("01KDVJ4R80041061050R3GG28B");

  private final FakeSession session = new FakeSession();

  @Test
  void status_shows_workers_and_jobs_of_the_last_hour() {
    assertThat(run("status")).isZero();
    assertThat(session.fakeClient().calls).containsExactly("workers PT1H", "jobs PT1H");
    assertThat(session.out()).contains("WORKER", "encoder1", "JOB", ID);
  }

  @Test
  void status_takes_a_window() {
    run("status", "-w", "60");
    run("status", "--window", "60");
    assertThat(session.fakeClient().calls).allMatch(call -> call.endsWith("PT1M"));
  }

  @Test
  void status_as_json_holds_both_lists() {
    run("--json", "status");
    assertThat(session.out())
        .startsWith("{\"workers\":[{")
        .contains("],\"jobs\":[{")
        .hasLineCount(1);
  }

  @Test
  void worker_list_looks_back_a_day() {
    assertThat(run("worker", "list")).isZero();
    run("worker", "list", "-w", "5");
    assertThat(session.fakeClient().calls).containsExactly("workers PT24H", "workers PT5S");
    assertThat(session.out()).contains("ffmpeg ffprobe", "1/4, nvenc0 0/3", "2026-11-22 19:52:30");
  }

  @Test
  void worker_show_names_what_the_worker_can_by_kind() {
    assertThat(run("worker", "show", "encoder1")).isZero();
    assertThat(session.out())
        .containsPattern("capabilities +4\n")
        .containsPattern(" +encoder +libx264 libx265\n")
        .containsPattern(" +decoder +h264\n")
        .containsPattern("fingerprint +f{64}\n")
        .contains("odd");
  }

  @Test
  void worker_show_takes_a_name() {
    assertThat(run("worker", "show", "encoder1", "--json")).isZero();
    assertThat(session.fakeClient().calls).containsExactly("worker encoder1");
    assertThat(session.out()).contains("\"worker_id\":\"encoder1\"");
  }

  @Test
  void job_list_looks_back_an_hour() {
    assertThat(run("job", "list")).isZero();
    run("job", "list", "--window", "7");
    assertThat(session.fakeClient().calls).containsExactly("jobs PT1H", "jobs PT7S");
  }

  @Test
  void job_show_quotes_arguments_as_a_shell_needs_them() {
    session.fakeClient().statuses.add(Samples.job(JobState.COMPLETED, 0));
    assertThat(run("job", "show", ID)).isZero();
    assertThat(session.out()).contains("-i '$In/a b.mkv' '$Out/o.mp4'");
  }

  @Test
  void an_unknown_job_is_not_found() {
    assertThat(run("job", "show", ID)).isEqualTo(3);
    assertThat(session.err()).isEqualTo("dffmpeg-client: show " + ID + ": Job not found (404)\n");
  }

  @Test
  void what_is_no_job_id_is_a_usage_error() {
    assertThat(run("job", "show", "123")).isEqualTo(2);
    assertThat(session.err()).contains("'123' is not a job id").hasLineCount(1);
  }

  @Test
  void job_cancel_asks_and_leaves() {
    assertThat(run("job", "cancel", ID)).isZero();
    assertThat(session.fakeClient().calls).containsExactly("cancel " + ID);
  }

  @Test
  void job_priority_moves_a_waiting_job() {
    assertThat(run("job", "priority", ID, "--priority", "-7", "--class", "live")).isZero();
    assertThat(session.fakeClient().calls)
        .containsExactly("class " + ID + " live", "priority " + ID + " -7");
  }

  @Test
  void job_priority_needs_something_within_bounds() {
    assertThat(run("job", "priority", ID)).isEqualTo(2);
    assertThat(run("job", "priority", ID, "--priority", "101")).isEqualTo(2);
    assertThat(session.fakeClient().calls).isEmpty();
  }

  @Test
  void job_show_tells_what_a_waiting_job_can_expect() {
    session.fakeClient().statuses.add(Samples.job(JobState.PENDING, null, "a worker"));
    assertThat(run("job", "show", ID)).isZero();
    assertThat(session.out())
        .containsPattern("position +13")
        .containsPattern("estimated start +2026-11-22 19:52:30")
        .containsPattern("class +batch");
  }

  @Test
  void job_attach_ends_with_the_job_s_code() {
    session.fakeClient().result = new JobResult.Failed(Samples.JOB, 69, EndReason.EXITED, "");
    assertThat(run("job", "attach", ID)).isEqualTo(69);
    assertThat(session.fakeClient().calls).containsExactly("attach " + ID);
  }

  @Test
  void job_logs_reads_page_after_page() {
    session.fakeClient().pages.add(new LogPage(List.of(line(LogStream.STDERR, "talk")), CURSOR));
    session.fakeClient().pages.add(new LogPage(List.of(line(LogStream.STDOUT, "data")), CURSOR));

    assertThat(run("job", "logs", ID)).isZero();
    assertThat(session.fakeClient().calls)
        .containsExactly("logs after start", "logs after " + CURSOR, "logs after " + CURSOR);
    assertThat(session.out()).isEqualTo("data\n");
    assertThat(session.err()).isEqualTo("talk\n");
  }

  @Test
  void job_logs_follows_until_the_job_has_ended_and_then_reads_once_more() {
    session.fakeClient().statuses.add(Samples.job(JobState.RUNNING, null));
    session.fakeClient().statuses.add(Samples.job(JobState.COMPLETED, 0));

    assertThat(run("job", "logs", "--follow", ID)).isZero();
    assertThat(session.fakeClient().calls)
        .containsExactly("status " + ID, "logs after start", "status " + ID, "logs after start");
    assertThat(session.pauses()).hasSize(1);
  }

  @Test
  void job_logs_as_json_is_an_entry_per_line() {
    session.fakeClient().pages.add(new LogPage(List.of(line(LogStream.STDERR, "talk")), CURSOR));
    run("job", "logs", ID, "--json");
    assertThat(session.out()).contains("\"stream\":\"stderr\"", "\"content\":\"talk\"");
  }

  @Test
  void without_a_command_the_program_explains_itself_and_fails() {
    assertThat(run()).isEqualTo(1);
    assertThat(session.err()).contains("Usage: dffmpeg-client", "submit", "status");
    assertThat(run("job")).isEqualTo(1);
    assertThat(session.err()).contains("Usage: dffmpeg-client job");
  }

  @Test
  void an_unknown_command_is_a_usage_error() {
    assertThat(run("jbo", "list")).isEqualTo(2);
    assertThat(session.err()).hasLineCount(1);
  }

  @Test
  void help_and_version_go_to_stdout() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(run("job", "logs", "--help")).isZero();
    assertThat(session.out())
        .contains("Usage: dffmpeg-client", "dffmpeg-client development", "--follow")
        .doesNotContain("\u001b");
    assertThat(session.err()).isEmpty();
  }

  private int run(String... arguments) {
    return session.run(new ClientCommand(), arguments);
  }

  private static LogEntry line(LogStream stream, String content) {
    return new LogEntry(null, stream, content, null);
  }
}
