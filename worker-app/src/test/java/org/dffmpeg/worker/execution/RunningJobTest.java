package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.spool.AttemptSpool;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One job from its request to its report, with real processes. */
class RunningJobTest {
  @TempDir Path directory;
  private JobBench bench = new JobBench(Path.of("/"));
  private FakeUplink uplink = bench.uplink();

  @BeforeEach
  void open() {
    bench = new JobBench(directory);
    uplink = bench.uplink();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_job_is_accepted_run_and_reported_after_its_output() {
    bench.script("echo out; echo err >&2").run();

    assertThat(uplink.said()).startsWith("accept").endsWith("report").contains("logs");
    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("out");
    assertThat(uplink.lines(LogStream.STDERR)).containsExactly("err");
    assertThat(report())
        .isEqualTo(new ReportStatus(JobState.COMPLETED, 0, EndReason.EXITED, null, null));
  }

  @Test
  void a_job_without_output_uploads_nothing() {
    bench.script("exit 0").run();

    assertThat(uplink.said()).containsExactly("accept", "report");
  }

  @Test
  void an_exit_code_is_reported_as_it_is() {
    bench.script("exit 69").run();

    assertThat(report().status()).isEqualTo(JobState.FAILED);
    assertThat(report().exitCode()).isEqualTo(69);
    assertThat(report().reason()).isEqualTo(EndReason.EXITED);
  }

  @Test
  void a_death_by_signal_is_128_and_its_number() {
    bench.script("kill -9 $$").run();

    assertThat(report())
        .isEqualTo(
            new ReportStatus(
                JobState.FAILED, 137, EndReason.SIGNALLED, "exit code 137, as of SIGKILL", null));
  }

  @Test
  void arguments_are_made_local_and_passed_as_they_are() {
    bench.script("printf '%s\\n' \"$@\"", "-i", "$Dir/a b.mkv", "$(touch x)", "*").run();

    assertThat(uplink.lines(LogStream.STDOUT))
        .containsExactly("-i", directory + "/a b.mkv", "$(touch x)", "*");
  }

  @Test
  void standard_input_is_empty() {
    bench.script("cat; echo end").run();

    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("end");
  }

  @Test
  void a_binary_that_is_not_there_is_a_failed_start() {
    bench.job(Map.of("ffmpeg", Path.of("/no/such/ffmpeg"))).run();

    assertThat(uplink.said()).containsExactly("report");
    assertThat(report().reason()).isEqualTo(EndReason.START_FAILED);
    assertThat(report().reasonDetail()).contains("/no/such/ffmpeg");
  }

  @Test
  void a_binary_that_is_not_offered_is_a_failed_start() {
    bench.job(Map.of()).run();

    assertThat(report().reasonDetail()).isEqualTo("this worker has no binary 'ffmpeg'");
  }

  @Test
  void an_argument_that_leads_out_of_its_variable_is_a_failed_start() {
    bench.script("touch ran", "$Dir/../../etc/passwd").run();

    assertThat(report().reason()).isEqualTo(EndReason.START_FAILED);
    assertThat(report().reasonDetail()).contains("$Dir/../../etc/passwd", "outside");
    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void a_complaint_of_a_full_disk_is_the_reason_of_the_failure() {
    bench
        .script("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 228")
        .run();

    assertThat(report().reason()).isEqualTo(EndReason.DISK_FULL);
    assertThat(report().exitCode()).isEqualTo(228);
  }

  @Test
  void an_encoder_that_has_no_session_left_is_the_reason_of_the_failure() {
    bench
        .script("echo 'OpenEncodeSessionEx failed: out of memory (10): (no details)' >&2; exit 1")
        .run();

    assertThat(report().reason()).isEqualTo(EndReason.SESSION_LIMIT);
    assertThat(report().reasonDetail())
        .isEqualTo("the hardware encoder had no session left; exit code 1");
  }

  @Test
  void an_encoder_that_does_not_work_any_more_is_the_reason_of_the_failure() {
    bench.encoders(command -> Optional.of("encoder libx264 does not work on this worker: broken"));

    bench.script("exit 187", "-c:v", "libx264").run();

    assertThat(report().reason()).isEqualTo(EndReason.ENCODER_FAILED);
    assertThat(report().exitCode()).isEqualTo(187);
    assertThat(report().reasonDetail())
        .isEqualTo("encoder libx264 does not work on this worker: broken; exit code 187");
  }

  @Test
  void an_encoder_that_hangs_is_the_reason_of_the_silence() {
    bench.stallTimeout(1);
    bench.encoders(command -> Optional.of("encoder libx264 does not work on this worker: hangs"));

    bench.script("sleep 60", "-c:v", "libx264").run();

    assertThat(report().reason()).isEqualTo(EndReason.ENCODER_FAILED);
    assertThat(report().exitCode()).isNull();
    assertThat(report().reasonDetail()).contains("hangs; no output and no progress for 1 s");
  }

  @Test
  void no_encoder_is_tried_after_a_success_or_a_shortage() {
    bench.encoders(
        command -> {
          throw new AssertionError("tried");
        });

    bench.script("exit 0").run();
    bench.script("echo 'No space left on device' >&2; exit 1").run();

    assertThat(uplink.reports())
        .extracting(ReportStatus::reason)
        .containsExactly(EndReason.EXITED, EndReason.DISK_FULL);
  }

  @Test
  void what_was_complained_of_is_forgotten_if_it_ends_well() {
    bench.script("echo 'No space left on device' >&2").run();

    assertThat(report().reason()).isEqualTo(EndReason.EXITED);
  }

  /** X1, PITFALLS W4. */
  @Test
  void a_job_whose_files_do_not_answer_is_given_back_and_its_slot_is_free() {
    bench.filesHang();
    RunningJob job = bench.script("exit 0");

    job.run();

    assertThat(uplink.said()).containsExactly("reject");
    assertThat(job.released()).isDone();
  }

  @Test
  void a_job_whose_files_do_not_answer_can_be_canceled() {
    bench.filesHang();
    RunningJob job = bench.script("exit 0");
    job.stop(StopCause.DISOWNED, "given to another");

    job.run();

    assertThat(uplink.said()).isEmpty();
    assertThat(job.ended()).isDone();
  }

  @Test
  void a_job_that_is_not_ours_is_not_started() {
    uplink.answer("accept", new Verdict.Lost("Not assigned to this job (403)"));

    bench.script("touch \"$1\"", "$Dir/ran").run();

    assertThat(directory.resolve("ran")).doesNotExist();
    assertThat(uplink.reports()).isEmpty();
  }

  @Test
  void a_job_that_cannot_be_accepted_is_not_started() {
    uplink.answer("accept", new Verdict.Unheard("connection refused"));

    bench.script("touch \"$1\"", "$Dir/ran").run();

    assertThat(directory.resolve("ran")).doesNotExist();
    assertThat(uplink.reports()).isEmpty();
  }

  @Test
  void a_canceled_job_is_ended_and_reported_as_canceled() throws Exception {
    RunningJob job = bench.start(bench.script("touch \"$1\"; sleep 60", "$Dir/ran"));
    await().until(() -> Files.exists(directory.resolve("ran")));

    job.stop(StopCause.CANCEL, "canceled");

    assertThat(job.ended()).succeedsWithin(Duration.ofSeconds(4));
    assertThat(report().status()).isEqualTo(JobState.CANCELED);
    assertThat(report().exitCode()).isNull();
  }

  @Test
  void a_job_that_is_canceled_before_it_begins_is_reported_and_not_started() {
    RunningJob job = bench.script("touch \"$1\"", "$Dir/ran");
    job.stop(StopCause.CANCEL, "canceled");

    job.run();

    assertThat(uplink.said()).containsExactly("report");
    assertThat(report().status()).isEqualTo(JobState.CANCELED);
    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void a_heartbeat_that_says_it_is_not_ours_ends_the_process_without_a_report() {
    uplink.answer("heartbeat", new Verdict.Lost("attempt 1 is over (409)"));

    bench.script("sleep 60").run();

    assertThat(uplink.said()).containsExactly("accept", "heartbeat");
  }

  @Test
  void an_upload_that_says_it_is_not_ours_ends_the_process_without_a_report() {
    uplink.answer("logs", new Verdict.Lost("attempt 1 is over (409)"));

    bench.script("echo x; sleep 60").run();

    assertThat(uplink.reports()).isEmpty();
  }

  @Test
  void a_job_ends_when_the_coordinator_was_not_heard_of_for_the_lease() {
    bench.lease(Duration.ofSeconds(1));
    uplink.answer("heartbeat", new Verdict.Unheard("connection refused"));

    bench.script("sleep 60").run();

    assertThat(report().reason()).isEqualTo(EndReason.FENCED);
    assertThat(report().status()).isEqualTo(JobState.FAILED);
  }

  @Test
  void the_lease_of_the_coordinator_counts_if_it_is_shorter() {
    bench.toldLease(1);
    uplink.answer("heartbeat", new Verdict.Unheard("connection refused"));

    bench.script("sleep 60").run();

    assertThat(report().reason()).isEqualTo(EndReason.FENCED);
  }

  /** L1: a network that swallows everything must not outlast the lease. */
  @Test
  void a_heartbeat_that_hangs_does_not_prolong_the_lease() {
    bench.lease(Duration.ofSeconds(2));
    CountDownLatch never = new CountDownLatch(1);
    uplink.holdHeartbeats(never);
    long start = System.nanoTime();

    bench.script("sleep 60").run();
    never.countDown();

    assertThat(report().reason()).isEqualTo(EndReason.FENCED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_job_that_runs_too_long_is_ended_and_says_so() {
    bench.runTimeout(1);
    bench.script("while :; do echo busy; sleep 0.1; done").run();

    assertThat(report())
        .isEqualTo(
            new ReportStatus(
                JobState.FAILED,
                null,
                EndReason.RUN_TIMEOUT,
                "ran longer than its run_timeout of 1 s",
                null));
  }

  @Test
  void a_job_that_is_silent_too_long_is_ended_and_says_so() {
    bench.stallTimeout(1);
    bench.script("echo begun; sleep 60").run();

    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("begun");
    assertThat(report())
        .isEqualTo(
            new ReportStatus(
                JobState.FAILED,
                null,
                EndReason.STALLED,
                "no output and no progress for 1 s",
                null));
  }

  /** Q1. */
  @Test
  void the_end_is_on_disk_before_the_slot_is_free_and_gone_when_it_was_heard() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    uplink.holdReports(heard);
    RunningJob job = bench.start(bench.script("echo said; exit 3"));
    job.released().join();

    // Its lines are delivered and removed at the same time.
    AttemptSpool left =
        await().ignoreExceptions().until(() -> bench.spool().left().get(0), spool -> true);
    assertThat(left.report().orElseThrow().exitCode()).isEqualTo(3);
    assertThat(uplink.reports()).isEmpty();
    heard.countDown();

    job.ended().join();
    assertThat(report().exitCode()).isEqualTo(3);
    assertThat(bench.spool().left()).isEmpty();
  }

  @Test
  void an_end_that_was_not_heard_stays_on_disk_with_its_lines() throws Exception {
    uplink.answer("logs", new Verdict.Unheard("connection refused"));
    bench.script("echo said; exit 3").run();

    AttemptSpool left = bench.spool().left().get(0);
    assertThat(left.report().orElseThrow().exitCode()).isEqualTo(3);
    assertThat(left.lines().oldest().orElseThrow())
        .extracting(LogEntry::content)
        .containsExactly("said");
  }

  @Test
  void a_job_that_is_not_ours_leaves_nothing_on_disk() throws Exception {
    uplink.answer("heartbeat", new Verdict.Lost("attempt 1 is over (409)"));
    bench.script("echo said; sleep 60").run();

    assertThat(bench.spool().left()).isEmpty();
  }

  @Test
  void the_slot_is_free_before_the_end_is_reported() {
    RunningJob job = bench.script("exit 0");
    uplink.answer("report", new Verdict.Taken(""));

    job.run();

    assertThat(job.released()).isDone();
    assertThat(job.ended()).isDone();
  }

  private ReportStatus report() {
    assertThat(uplink.reports()).hasSize(1);
    return uplink.reports().get(0);
  }
}
