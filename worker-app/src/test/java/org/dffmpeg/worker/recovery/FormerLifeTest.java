package org.dffmpeg.worker.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.execution.Orphans;
import org.dffmpeg.worker.spool.AttemptSpool;
import org.dffmpeg.worker.spool.ProcessMark;
import org.dffmpeg.worker.spool.SpoolDirectory;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.ManualTicker;
import org.dffmpeg.worker.testing.Spools;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F2: what a new life says of the jobs of the one before. */
class FormerLifeTest {
  private static final ReportStatus END =
      new ReportStatus(JobState.COMPLETED, 0, EndReason.EXITED, null, null);
  private static final ProcessMark LONG_GONE = new ProcessMark(1, 1, "another boot", "life");
  private static final Verdict AWAY = new Verdict.Unheard("connection refused");

  private final RecordingSleeper sleeper = new RecordingSleeper(new MutableClock());
  private final Map<String, FakeUplink> uplinks = new TreeMap<>();
  private final SpoolDirectory spool;

  FormerLifeTest(@TempDir Path path) {
    spool = Spools.open(path);
  }

  @AfterEach
  void close() {
    Spools.close(spool);
  }

  @Test
  void an_end_that_was_on_disk_is_reported_after_the_lines_before_it() throws Exception {
    AttemptSpool ended = attempt(1, 2);
    ended.started(LONG_GONE);
    ended.lines().add(List.of(line()), 0);
    ended.report(END);

    settle();

    assertThat(uplink("1.2").said()).containsExactly("logs", "report");
    assertThat(uplink("1.2").entries()).containsExactly(line());
    assertThat(uplink("1.2").reports()).containsExactly(END);
    assertThat(spool.left()).isEmpty();
  }

  @Test
  void a_job_that_was_running_is_reported_as_interrupted_after_its_lines() throws Exception {
    AttemptSpool running = attempt(1, 1);
    running.started(LONG_GONE);
    running.lines().add(List.of(line()), 0);

    settle();

    assertThat(uplink("1.1").said()).containsExactly("logs", "report");
    assertThat(uplink("1.1").reports())
        .containsExactly(
            new ReportStatus(
                JobState.FAILED,
                null,
                EndReason.WORKER_LOST,
                "the worker died while it ran, and was started again",
                null));
    assertThat(spool.left()).isEmpty();
  }

  /** The coordinator gives it back to the queue when it hears of the new life. */
  @Test
  void of_a_job_that_was_not_started_nothing_is_said() throws Exception {
    attempt(1, 1).lines().add(List.of(line()), 0);

    settle();

    assertThat(uplinks).isEmpty();
    assertThat(spool.left()).isEmpty();
  }

  @Test
  void it_waits_for_a_coordinator_that_is_away_as_long_as_that_takes() throws Exception {
    attempt(1, 1).report(END);
    attempt(2, 1).report(END);
    Verdict[] answers = new Verdict[200];
    Arrays.fill(answers, AWAY);
    answers[199] = new Verdict.Taken("");
    uplink("1.1").answer("report", answers);

    settle();

    assertThat(uplink("1.1").reports()).hasSize(200);
    assertThat(uplink("2.1").reports()).hasSize(1);
    assertThat(sleeper.slept().stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofMinutes(5));
    assertThat(spool.left()).isEmpty();
  }

  @Test
  void what_is_not_ours_any_more_or_refused_is_forgotten() throws Exception {
    attempt(1, 1).report(END);
    attempt(2, 1).report(END);
    uplink("1.1").answer("report", new Verdict.Lost("attempt 1 is over"));
    uplink("2.1").answer("report", new Verdict.Refused("no such status"));

    settle();

    assertThat(spool.left()).isEmpty();
  }

  /** One job on which the coordinator always fails must not keep the worker from all others. */
  @Test
  void a_coordinator_that_fails_on_one_of_them_again_and_again_holds_nobody_up() throws Exception {
    attempt(1, 1).report(END);
    uplink("1.1").answer("report", new Verdict.Unheard("Internal Server Error (500)", true));

    settle();

    assertThat(uplink("1.1").reports()).hasSize(10);
    assertThat(spool.left()).hasSize(1);
  }

  @Test
  void a_worker_that_is_stopped_leaves_it_to_its_next_life() throws Exception {
    attempt(1, 1).report(END);
    FormerLife former = former();
    former.stop();

    former.settle();

    assertThat(uplinks).isEmpty();
    assertThat(spool.left()).hasSize(1);
  }

  private void settle() throws Exception {
    former().settle();
  }

  private FormerLife former() throws IOException {
    return new FormerLife(
        spool.left(),
        (job, attempt) -> uplink(Long.parseLong(job.value()) + "." + attempt),
        new Orphans(sleeper, new ManualTicker()),
        sleeper,
        RandomGenerator.of("L64X128MixRandom"));
  }

  private FakeUplink uplink(String attempt) {
    return uplinks.computeIfAbsent(attempt, unknown -> new FakeUplink());
  }

  private AttemptSpool attempt(int job, int number) {
    return spool.attempt(SequentialIds.job(job), number);
  }

  private static LogEntry line() {
    return new LogEntry(SequentialIds.log(1), LogStream.STDERR, "frame=1", Instant.EPOCH);
  }
}
