package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.RetentionPolicy;
import org.dffmpeg.coordinator.stores.Sweeps;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A day of a fleet in a minute or less: idle workers that register and prove that they listen,
 * running jobs whose heartbeats and output arrive, jobs that end and others that begin, workers
 * that come and go, and retention every hour (issue 3, bars). The clock is moved; the database is
 * real.
 */
class CompressedDayTest {
  private static final boolean FULL = System.getProperty("dffmpeg.bars", "small").equals("full");
  private static final int IDLE = FULL ? 500 : 12;
  private static final int RUNNING = FULL ? 50 : 6;
  private static final int ROUNDS_PER_HOUR = FULL ? 12 : 2;
  private static final int ENDED_PER_ROUND = RUNNING / 3;
  private static final Duration ROUND = Duration.ofHours(1).dividedBy(ROUNDS_PER_HOUR);
  private static final int JOB_HOURS = 6;
  private static final int WORKER_HOURS = 8;
  private static final RetentionPolicy POLICY =
      new RetentionPolicy(
          Optional.of(Duration.ofHours(JOB_HOURS)),
          0,
          Optional.of(Duration.ofHours(2)),
          Optional.of(Duration.ofHours(3)),
          Optional.of(Duration.ofHours(WORKER_HOURS)));

  private final Database database =
      Database.open(new DatabaseSettings("jdbc:h2:mem:day", "dffmpeg", "", 4), Meter.NONE);
  private final MutableClock clock = new MutableClock();
  private final DatabaseStores stores = new DatabaseStores(database);
  private final TestCoordinator core = new TestCoordinator(stores, clock);
  private final PurgeOld purge =
      new PurgeOld(stores.transactions(), stores.retention(), POLICY, clock);
  private final Deque<JobId> running = new ArrayDeque<>();
  private final WorkerId busy = new WorkerId("busy");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void no_table_grows_beyond_its_policy() {
    List<Map<String, Long>> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      for (int round = 0; round < ROUNDS_PER_HOUR; round++) {
        round(hour + "-" + round);
      }
      Sweeps.runAll(purge);
      hours.add(new Tables(database).rows());
    }

    assertThat(peak(hours.subList(18, 24))).isEqualTo(peak(hours.subList(12, 18)));
    assertThat(peak(hours))
        .hasEntrySatisfying(
            "jobs",
            rows ->
                assertThat(rows)
                    .isBetween(1L * RUNNING, RUNNING + perHours(JOB_HOURS + 1, ENDED_PER_ROUND)))
        .hasEntrySatisfying(
            "workers",
            rows -> assertThat(rows).isLessThanOrEqualTo(IDLE + 1 + perHours(WORKER_HOURS + 1, 1)));
  }

  @Test
  void idle_workers_and_heartbeats_create_no_rows() {
    round("first");
    round("second");
    Map<String, Long> before = new Tables(database).rows();
    assertThat(before).containsEntry("jobs", 1L * RUNNING + 1L * ENDED_PER_ROUND);

    for (int times = 0; times < 20; times++) {
      clock.advance(Duration.ofSeconds(10));
      register();
      heartbeats();
      core.janitor.run(Janitor.Action.RUN_ALL);
    }

    assertThat(new Tables(database).rows()).isEqualTo(before);
  }

  private static long perHours(int hours, int perRound) {
    return (long) hours * ROUNDS_PER_HOUR * perRound;
  }

  private static Map<String, Long> peak(List<Map<String, Long>> hours) {
    Map<String, Long> peak = new HashMap<>();
    hours.forEach(rows -> rows.forEach((table, count) -> peak.merge(table, count, Long::max)));
    return peak;
  }

  private void round(String name) {
    clock.advance(ROUND);
    core.janitor.run(Janitor.Action.RUN_ALL);
    register();
    guest("guest-" + name);
    heartbeats();
    turnOver();
  }

  private void register() {
    for (int number = 0; number < IDLE; number++) {
      core.online("idle-" + number, 1, "Elsewhere");
    }
    core.online(busy.value(), RUNNING, "Media");
  }

  /** Comes once and never again. */
  private void guest(String name) {
    WorkerId guest = core.online(name, 1, "Elsewhere");
    TestCoordinator.done(core.deregisterWorker.run(TestCoordinator.caller(guest), guest));
  }

  private void heartbeats() {
    for (JobId job : running) {
      AttemptClaim claim = new AttemptClaim(core.job(job).attempt().number());
      TestCoordinator.done(core.workerHeartbeat.run(busy, job, claim));
    }
  }

  private void turnOver() {
    for (int ended = 0; ended < ENDED_PER_ROUND && !running.isEmpty(); ended++) {
      JobId job = running.removeFirst();
      say(job, clock.instant());
      core.report(busy, job, JobState.COMPLETED, 0);
    }
    while (running.size() < RUNNING) {
      JobId job = core.submit("Media");
      core.assignJobs.run();
      core.accept(busy, job);
      running.add(job);
    }
  }

  private void say(JobId job, Instant at) {
    LogEntry line = new LogEntry(null, LogStream.STDERR, "frame= 1", at);
    TestCoordinator.done(core.appendLogs.run(busy, job, new AppendLogs(List.of(line), null)));
  }
}
