package org.dffmpeg.client.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.client.testing.Messages.JOB;
import static org.dffmpeg.client.testing.Messages.end;
import static org.dffmpeg.client.testing.Messages.lines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.testing.OneJobCoordinator;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.SequentialIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The recipes do what they say. */
class ExamplesTest {
  private final OneJobCoordinator coordinator = new OneJobCoordinator();

  @AfterEach
  void close() {
    coordinator.close();
  }

  @Test
  void submit_and_await() throws Exception {
    coordinator.push(end(1, JobState.FAILED, 1, EndReason.EXITED));

    assertThat(SubmitAndAwait.run(coordinator.settings()))
        .isEqualTo("failed with 1: because of a test");
  }

  @Test
  void show_progress() throws Exception {
    List<String> screen = new ArrayList<>();
    coordinator.push(
        lines(
            1,
            "  Duration: 00:00:10.00, start: 0.0, bitrate: 1 kb/s",
            "frame=1 fps=1 q=1 size=1kB time=00:00:05.00 bitrate=1 speed=1x"),
        end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    JobResult result = ShowProgress.run(coordinator.settings(), screen::add);

    assertThat(result).isInstanceOf(JobResult.Completed.class);
    assertThat(screen).hasSize(3).endsWith("50 %");
  }

  @Test
  void run_many_at_once() {
    coordinator.push(end(1, JobState.COMPLETED, 0, EndReason.EXITED));

    List<JobRequest> requests =
        List.of(JobRequest.of("ffmpeg", "-version"), JobRequest.of("ffprobe"));
    assertThat(RunManyAtOnce.run(coordinator.settings(), requests)).containsExactly(0, 0);
  }

  @Test
  void cancel_after_a_while() throws Exception {
    coordinator.answer(
        "POST .*/cancel",
        call -> {
          coordinator.push(end(1, JobState.CANCELED, null, EndReason.CANCELED_BY));
          return Reply.ok(CommandAnswer.OK);
        });

    assertThat(CancelAfterAWhile.run(coordinator.settings(), Duration.ofMillis(10)))
        .isInstanceOf(JobResult.Canceled.class);
  }

  @Test
  void fire_and_forget() {
    coordinator.hasLogs(
        new LogPage(
            List.of(new LogEntry(null, LogStream.STDERR, "a line", null)),
            SequentialIds.message(1)));

    assertThat(FireAndForget.submit(coordinator.settings())).isEqualTo(JOB);
    assertThat(FireAndForget.output(coordinator.settings(), JOB)).containsExactly("a line");
  }
}
