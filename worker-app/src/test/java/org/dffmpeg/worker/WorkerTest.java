package org.dffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.client.testing.Call;
import org.dffmpeg.client.testing.Messages;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.config.Coordinators;
import org.dffmpeg.common.config.PeerIdentity;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.Acknowledged;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.VerifyWorker;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.config.WorkerSettings;
import org.dffmpeg.worker.lifecycle.WorkerLifecycle;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.testing.Scripts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole worker in this JVM, over real HTTP, with real processes (PROTOCOL 11, 15, 22). */
@Timeout(60)
class WorkerTest {
  private static final ClientId SELF = new ClientId("worker1");
  private static final JobId JOB = SequentialIds.job(1);
  private static final String CHANNEL = "/poll/worker";

  @TempDir Path directory;
  private final StubCoordinator coordinator = StubCoordinator.start();
  private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
  private @Nullable WorkerLifecycle worker;
  private int lastMessage;
  private boolean probing;

  @BeforeEach
  void answers() {
    coordinator.answer("POST .*", Reply.ok(CommandAnswer.OK));
    coordinator.answer("POST /worker/(verify|deregister)", Reply.ok(Acknowledged.OK));
    coordinator.answer(
        "POST /worker/register",
        Reply.ok(new TransportOffer("http_polling", Map.of("path", CHANNEL))));
  }

  @AfterEach
  void stop() {
    order();
    order();
    running.join();
    coordinator.close();
  }

  @Test
  void it_registers_listens_and_sends_the_token_back() {
    start("exit 0");
    push(null, new Payload.VerifyRegistration("tök"));

    await().until(() -> !calls("POST /worker/worker1/verify").isEmpty());
    RegisterWorker registration = calls("POST /worker/register").get(0).as(RegisterWorker.class);
    assertThat(registration.binaries()).containsExactly("ffmpeg");
    assertThat(registration.paths()).containsExactly("Dir");
    assertThat(registration.slots()).isEqualTo(Slots.cpu(2));
    assertThat(registration.incarnation()).isNotBlank();
    assertThat(registration.draining()).isFalse();
    assertThat(
            calls("POST /worker/worker1/verify").get(0).as(VerifyWorker.class).registrationToken())
        .isEqualTo("tök");
  }

  @Test
  void it_registers_at_once_and_again_when_its_ffmpeg_has_said_what_it_can() {
    Path mayAnswer = directory.resolve("may-answer");
    probing = true;
    start(
        """
        while [ ! -e '%s' ]; do sleep 0.05; done
        case "$*" in
          *-version) echo ffmpeg version 1 ;;
          *-encoders) echo ' V....D libx264  H.264'; echo ' V....D h264_nvenc  H.264' ;;
          *h264_nvenc*) echo no such card >&2; exit 1 ;;
        esac"""
            .formatted(mayAnswer));
    assertThat(calls("POST /worker/register").get(0).as(RegisterWorker.class).capabilities())
        .isEmpty();

    assertThat(mayAnswer.toFile().mkdir()).isTrue();

    await().until(() -> calls("POST /worker/register").size() > 1);
    assertThat(calls("POST /worker/register").get(1).as(RegisterWorker.class).capabilities())
        .containsExactly("encoder:libx264");
  }

  @Test
  void a_job_is_accepted_run_and_reported_with_its_attempt() {
    start("echo hello; exit 3");
    push(JOB, request(7));

    await().until(() -> !calls("POST /jobs/.*/status").isEmpty());
    assertThat(calls("POST /jobs/.*").stream().map(c -> c.what().replaceAll(".*/", "")))
        .containsExactly("accept", "logs", "status");
    assertThat(calls("POST /jobs/.*/accept").get(0).as(AttemptClaim.class).attempt()).isEqualTo(7);
    AppendLogs logs = calls("POST /jobs/.*/logs").get(0).as(AppendLogs.class);
    assertThat(logs.attempt()).isEqualTo(7);
    assertThat(logs.logs())
        .singleElement()
        .satisfies(e -> assertThat(e.content()).isEqualTo("hello"));
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class))
        .isEqualTo(
            new ReportStatus(JobState.FAILED, 3, EndReason.EXITED, "ended with exit code 3", 7));
  }

  /** A coordinator that follows PROTOCOL 6 to the letter names no attempt and wants no bodies. */
  @Test
  void an_old_coordinator_is_served() {
    start("exit 0");
    push(JOB, request(null));

    await().until(() -> !calls("POST /jobs/.*/status").isEmpty());
    assertThat(calls("POST /jobs/.*/accept").get(0).body()).isEmpty();
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class).status())
        .isEqualTo(JobState.COMPLETED);
  }

  @Test
  void an_accept_that_is_refused_starts_nothing() {
    coordinator.answer("POST /jobs/.*/accept", Reply.refusal(409, "attempt 1 is over"));
    start("touch '" + directory + "/ran'");
    push(JOB, request(1));
    await().until(() -> !calls("POST /jobs/.*/accept").isEmpty());

    push(SequentialIds.job(2), new Payload.JobStatus(JobState.CANCELING, null, null, null, null));

    await().until(() -> !calls("POST /jobs/" + SequentialIds.job(2) + "/status").isEmpty());
    assertThat(directory.resolve("ran")).doesNotExist();
    assertThat(calls("POST /jobs/" + JOB + "/status")).isEmpty();
  }

  /** PITFALLS W4: a 500 on the final status is not delivered. */
  @Test
  void a_report_is_repeated_until_it_is_taken() {
    coordinator.answer(
        "POST /jobs/.*/status",
        call ->
            calls("POST /jobs/.*/status").size() < 3
                ? Reply.refusal(500, "database away")
                : Reply.ok(CommandAnswer.OK));
    start("exit 0");
    push(JOB, request(1));

    await().until(() -> calls("POST /jobs/.*/status").size() == 3);
  }

  @Test
  void a_cancel_ends_the_process() {
    start("touch '" + directory + "/ran'; sleep 60");
    push(JOB, request(1));
    await().until(() -> Files.exists(directory.resolve("ran")));

    push(JOB, new Payload.JobStatus(JobState.CANCELING, null, null, null, null));

    await().until(() -> !calls("POST /jobs/.*/status").isEmpty());
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class).status())
        .isEqualTo(JobState.CANCELED);
  }

  @Test
  void a_first_order_drains() {
    Path go = directory.resolve("go");
    start("touch '" + directory + "/ran'; while [ ! -e '" + go + "' ]; do sleep 0.05; done");
    push(JOB, request(1));
    await().until(() -> Files.exists(directory.resolve("ran")));

    order();
    await().until(() -> calls("POST /worker/register").stream().anyMatch(WorkerTest::isDraining));
    push(SequentialIds.job(2), request(SequentialIds.job(2), 1));
    await().until(() -> !calls("POST /jobs/.*/reject").isEmpty());
    assertThat(running).isNotDone();
    assertThat(go.toFile().mkdir()).isTrue();

    assertThat(running).succeedsWithin(Duration.ofSeconds(10));
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class).status())
        .isEqualTo(JobState.COMPLETED);
    assertThat(calls("POST /worker/deregister")).hasSize(1);
  }

  @Test
  void a_second_order_stops_at_once() {
    start("touch '" + directory + "/ran'; sleep 60");
    push(JOB, request(1));
    await().until(() -> Files.exists(directory.resolve("ran")));

    order();
    order();

    assertThat(running).succeedsWithin(Duration.ofSeconds(10));
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class))
        .isEqualTo(
            new ReportStatus(
                JobState.FAILED, null, EndReason.WORKER_LOST, "the worker was stopped", 1));
    assertThat(calls("POST /worker/deregister")).hasSize(1);
  }

  /** F2: else the coordinator would give up what has ended well. */
  @Test
  void an_end_that_was_not_heard_is_told_by_the_next_life_before_it_registers() {
    coordinator.answer("POST /jobs/.*/(logs|status)", Reply.refusal(503, "database away"));
    start("echo hello; exit 3");
    push(JOB, request(7));
    await().until(() -> !calls("POST /jobs/.*/logs").isEmpty());
    order();
    order();
    running.join();
    await().until(() -> coordinator.channel(CHANNEL).listeners() == 0);
    coordinator.answer("POST /jobs/.*/(logs|status)", Reply.ok(CommandAnswer.OK));
    int before = calls("POST .*").size();

    start("exit 0");

    assertThat(calls("POST .*").stream().skip(before).map(c -> c.what().replaceAll(".*/", "")))
        .startsWith("logs", "status", "register");
    List<Call> uploads = calls("POST /jobs/.*/logs");
    assertThat(uploads.get(uploads.size() - 1).body()).isEqualTo(uploads.get(0).body());
    assertThat(calls("POST /jobs/.*/status").get(0).as(ReportStatus.class))
        .isEqualTo(
            new ReportStatus(JobState.FAILED, 3, EndReason.EXITED, "ended with exit code 3", 7));
  }

  private void start(String script) {
    WorkerLifecycle fresh = unstarted(Scripts.script(directory, "ffmpeg", script));
    worker = fresh;
    running =
        CompletableFuture.runAsync(
            () -> {
              try {
                fresh.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> coordinator.channel(CHANNEL).listeners() == 1);
  }

  private void order() {
    if (worker != null) {
      worker.order();
    }
  }

  private WorkerLifecycle unstarted(Path ffmpeg) {
    WorkerSettings settings =
        new WorkerSettings(
            new PeerIdentity(SELF, StubCoordinator.KEY),
            new Coordinators(Coordinators.ofUrls(coordinator.url().toString()), Optional.empty()),
            TransportSettings.DEFAULTS,
            PathMap.of(Map.of("Dir", directory)),
            Map.of("ffmpeg", ffmpeg),
            Slots.cpu(2),
            List.of("big"),
            Optional.empty(),
            new WorkerSettings.Registration(Duration.ofSeconds(15), Duration.ZERO),
            new WorkerSettings.Draining(true, Duration.ofMillis(300)),
            new BatchSize(100, Duration.ofMillis(50)),
            new WorkerSettings.Disk(directory.resolve("spool"), 1 << 20, 0),
            probing,
            new WorkerSettings.Mounts(false, false, List.of()));
    try {
      return WorkerWiring.worker(settings, "test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void push(@Nullable JobId job, Payload payload) {
    coordinator.push(CHANNEL, Messages.message(++lastMessage, SELF, job, payload));
  }

  private static Payload request(@Nullable Integer attempt) {
    return request(JOB, attempt);
  }

  private static Payload request(JobId job, @Nullable Integer attempt) {
    return new Payload.JobRequest(
        job,
        "ffmpeg",
        List.of(),
        List.of("Dir"),
        null,
        5,
        attempt,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private List<Call> calls(String what) {
    return coordinator.calls(what);
  }

  private static boolean isDraining(Call registration) {
    return registration.as(RegisterWorker.class).draining();
  }
}
