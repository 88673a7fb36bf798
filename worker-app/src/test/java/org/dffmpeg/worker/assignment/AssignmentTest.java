package org.dffmpeg.worker.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.testing.Messages;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.execution.CommandResolver;
import org.dffmpeg.worker.execution.FreeSpace;
import org.dffmpeg.worker.execution.JobTools;
import org.dffmpeg.worker.execution.Preparation;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.spool.SpoolDirectory;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.InlineThreads;
import org.dffmpeg.worker.testing.ManualTicker;
import org.dffmpeg.worker.testing.Spools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of messages (S1 to S3, PROTOCOL 15). Nothing runs before the test says so; a job
 * that runs fails for want of its binary, which shows as a report.
 */
class AssignmentTest {
  private static final ClientId SELF = new ClientId("worker1");
  private final InlineThreads threads = new InlineThreads();
  private final Map<String, FakeUplink> uplinks = new TreeMap<>();
  private final List<String> tokens = new ArrayList<>();
  private final ActiveJobs active =
      new ActiveJobs(new Slots(Map.of("cpu", 2, "probe", 1)), threads);
  private final SpoolDirectory spool;
  private final JobDesk desk;
  private final Inbox inbox;
  private int lastMessage;

  AssignmentTest(@TempDir Path directory) {
    spool = Spools.open(directory);
    desk =
        new JobDesk(
            active,
            tools(directory),
            (job, attempt) ->
                uplinks.computeIfAbsent(number(job) + "/" + attempt, k -> new FakeUplink()),
            threads);
    inbox = new Inbox(SELF, desk, tokens::add);
  }

  @AfterEach
  void close() {
    Spools.close(spool);
  }

  @Test
  void a_request_is_run() {
    receive(request(1, 1));
    threads.runAll();

    assertThat(uplink("1/1").said()).containsExactly("report");
  }

  @Test
  void a_message_for_somebody_else_is_ignored() {
    inbox.receive(
        List.of(Messages.message(1, new ClientId("other"), job(1), request(1, 1).payload())));

    assertThat(threads.size()).isZero();
  }

  @Test
  void of_several_tokens_only_the_newest_is_sent_back() {
    receive(token("old"), token("new"));

    assertThat(tokens).containsExactly("new");
  }

  /** S1. */
  @Test
  void a_request_that_is_canceled_in_the_same_batch_is_only_reported_as_canceled() {
    receive(request(1, 1), status(1, JobState.CANCELING));
    threads.runAll();

    assertThat(uplinks).containsOnlyKeys("1/null");
    assertThat(uplink("1/null").reports())
        .singleElement()
        .satisfies(report -> assertThat(report.status()).isEqualTo(JobState.CANCELED));
  }

  @Test
  void a_request_after_the_end_of_an_older_attempt_in_the_same_batch_is_run() {
    receive(status(1, JobState.CANCELED), request(1, 2));
    threads.runAll();

    assertThat(uplinks).containsOnlyKeys("1/2");
  }

  @Test
  void a_job_that_waits_for_its_thread_can_be_canceled() {
    receive(request(1, 1));
    receive(status(1, JobState.CANCELING));
    threads.runAll();

    assertThat(uplink("1/1").reports())
        .singleElement()
        .satisfies(report -> assertThat(report.status()).isEqualTo(JobState.CANCELED));
  }

  @Test
  void a_job_that_the_coordinator_gave_up_ends_without_a_report() {
    receive(request(1, 1));
    receive(status(1, JobState.FAILED));
    threads.runAll();

    assertThat(uplink("1/1").said()).isEmpty();
  }

  @Test
  void a_cancel_of_an_unknown_job_is_confirmed_and_other_states_are_ignored() {
    receive(
        status(1, JobState.CANCELING), status(2, JobState.CANCELED), status(3, JobState.RUNNING));
    threads.runAll();

    assertThat(uplinks).containsOnlyKeys("1/null");
    assertThat(uplink("1/null").said()).containsExactly("report");
  }

  @Test
  void the_same_attempt_twice_is_run_once() {
    receive(request(1, 1));
    receive(request(1, 1));

    assertThat(active.all()).hasSize(1);
    assertThat(threads.size()).isEqualTo(1);
  }

  /** S2. */
  @Test
  void a_newer_attempt_ends_the_older_one_and_then_runs() {
    receive(request(1, 1));
    receive(request(1, 2));
    threads.runAll();

    assertThat(uplink("1/1").said()).isEmpty();
    assertThat(uplink("1/2").said()).containsExactly("report");
  }

  /** S3. */
  @Test
  void a_request_beyond_the_slots_is_given_back() {
    receive(request(1, 1), request(2, 1), request(3, 1));

    assertThat(active.all()).hasSize(2);
    threads.runAll();
    assertThat(uplink("3/1").said()).containsExactly("reject");
  }

  @Test
  void a_slot_is_free_again_after_its_job() {
    receive(request(1, 1), request(2, 1));
    threads.runAll();
    receive(request(3, 1));
    threads.runAll();

    assertThat(uplink("3/1").said()).containsExactly("report");
    assertThat(active.all()).isEmpty();
  }

  @Test
  void a_worker_without_room_gives_requests_back_until_there_is_some() {
    desk.suspend(true);
    receive(request(1, 1));
    desk.suspend(false);
    receive(request(2, 1));
    threads.runAll();

    assertThat(uplink("1/1").said()).containsExactly("reject");
    assertThat(uplink("2/1").said()).containsExactly("report");
  }

  @Test
  void a_draining_worker_gives_requests_back() {
    desk.close();
    receive(request(1, 1));
    threads.runAll();

    assertThat(uplink("1/1").said()).containsExactly("reject");
  }

  private void receive(DownlinkMessage... messages) {
    assertThat(inbox.receive(List.of(messages))).isTrue();
  }

  private DownlinkMessage request(int job, int attempt) {
    return message(
        job,
        new Payload.JobRequest(
            job(job), "ffmpeg", List.of(), List.of(), null, 5, attempt, null, null, null, List.of(),
            null));
  }

  private DownlinkMessage status(int job, JobState state) {
    return message(job, new Payload.JobStatus(state, null, null, null, null));
  }

  private DownlinkMessage token(String token) {
    return Messages.message(++lastMessage, SELF, null, new Payload.VerifyRegistration(token));
  }

  private DownlinkMessage message(int job, Payload payload) {
    return Messages.message(++lastMessage, SELF, job(job), payload);
  }

  private static JobId job(int number) {
    return SequentialIds.job(number);
  }

  private FakeUplink uplink(String jobAndAttempt) {
    return Objects.requireNonNull(
        uplinks.get(jobAndAttempt), () -> "nothing said for " + jobAndAttempt);
  }

  private static String number(JobId job) {
    return Long.toString(Long.parseLong(job.value()));
  }

  private JobTools tools(Path directory) {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    return new JobTools(
        new Preparation(
            new CommandResolver(Map.of(), PathMap.of(Map.of("Dir", Path.of("/")))),
            new FreeSpace(directory, 0),
            Runnable::run),
        command -> {
          throw new IOException("nothing is started here");
        },
        threads,
        new BatchSize(100, Duration.ZERO),
        spool,
        command -> Optional.empty(),
        Optional.empty(),
        Clock.systemUTC(),
        new ManualTicker(),
        new UlidFactory(Clock.systemUTC(), random),
        random);
  }
}
