package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.dffmpeg.client.testing.Messages.JOB;
import static org.dffmpeg.client.testing.Messages.end;
import static org.dffmpeg.client.testing.Messages.lines;
import static org.dffmpeg.client.testing.Messages.message;
import static org.dffmpeg.client.testing.Messages.oldEnd;
import static org.dffmpeg.client.testing.Messages.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dffmpeg.client.api.ClientClosed;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.testing.OneJobCoordinator;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.SequentialIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watching of jobs, over real HTTP against a stub. */
class JobClientTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final JobRequest REQUEST = JobRequest.of("ffmpeg", "-version");

  private final OneJobCoordinator bench = new OneJobCoordinator();
  private final JobClient client = bench.client();

  @AfterEach
  void close() {
    client.close();
    bench.close();
  }

  @Test
  void a_job_that_completes_is_a_completed_result() throws Exception {
    JobHandle handle = client.submit(REQUEST);
    bench.push(status(1, JobState.RUNNING), end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    assertThat(handle.await(SOON)).isEqualTo(new JobResult.Completed(JOB));
  }

  @Test
  void a_job_that_fails_is_a_value_with_ffmpegs_own_code() throws Exception {
    JobHandle handle = client.submit(REQUEST);
    bench.push(end(1, JobState.FAILED, 187, EndReason.EXITED));

    assertThat(handle.await(SOON))
        .isEqualTo(new JobResult.Failed(JOB, 187, EndReason.EXITED, "because of a test"));
  }

  @Test
  void a_canceled_job_says_130_to_a_shell() throws Exception {
    JobHandle handle = client.submit(REQUEST);
    bench.push(end(1, JobState.CANCELED, null, EndReason.CANCELED_BY));

    JobResult result = handle.await(SOON);
    assertThat(result).isInstanceOf(JobResult.Canceled.class);
    assertThat(result.exitCode()).isEqualTo(130);
  }

  /** PROTOCOL 16: an old worker reports −9. */
  @Test
  void a_signal_of_an_old_worker_is_128_and_its_number() throws Exception {
    bench.hasLogs();
    JobHandle handle = client.submit(REQUEST);
    bench.push(oldEnd(1, JobState.FAILED, -9));

    assertThat(handle.await(SOON).exitCode()).isEqualTo(137);
  }

  @Test
  void a_failure_without_a_code_says_1_to_a_shell() throws Exception {
    bench.hasLogs();
    JobHandle handle = client.submit(REQUEST);
    bench.push(oldEnd(1, JobState.FAILED, null));

    assertThat(handle.await(SOON).exitCode()).isEqualTo(1);
  }

  @Test
  void messages_for_other_jobs_and_other_peers_are_ignored() throws Exception {
    JobHandle handle = client.submit(REQUEST);
    Payload failed = new Payload.JobStatus(JobState.FAILED, 1, null, EndReason.EXITED, "not ours");
    bench.push(
        message(1, new ClientId("worker1"), JOB, failed),
        message(2, new ClientId("client1"), SequentialIds.job(5), failed),
        end(3, JobState.COMPLETED, 0, EndReason.EXITED));

    assertThat(handle.await(SOON)).isInstanceOf(JobResult.Completed.class);
  }

  /** C3, C4. */
  @Test
  void a_listener_hears_everything_in_order_on_one_thread_before_the_result() throws Exception {
    RecordingListener listener = new RecordingListener();
    JobHandle handle = client.submit(REQUEST, listener);
    bench.push(status(1, JobState.ASSIGNED), status(2, JobState.RUNNING));
    bench.push(lines(3, "Duration: 00:00:10.00,", "one"));
    bench.push(
        lines(4, "frame=1 fps=1 q=1 size=1kB time=00:00:05.00 bitrate=1 speed=1x", "two"),
        end(5, JobState.COMPLETED, 0, EndReason.EXITED));

    handle.await(SOON);

    assertThat(listener.heard())
        .containsExactly(
            "submitted",
            "ASSIGNED",
            "RUNNING",
            "STDERR Duration: 00:00:10.00,",
            "STDERR one",
            "STDERR frame=1 fps=1 q=1 size=1kB time=00:00:05.00 bitrate=1 speed=1x",
            "50%",
            "STDERR two",
            "COMPLETED",
            "end 0");
    assertThat(listener.threads()).containsExactly("dffmpeg-client-events");
    assertThat(handle.progress()).isPresent();
  }

  @Test
  void a_listener_that_fails_spoils_nothing() throws Exception {
    JobHandle handle =
        client.submit(
            REQUEST,
            new ClientListener() {
              @Override
              public void onLine(JobId job, LogStream stream, String line) {
                throw new IllegalStateException("on purpose");
              }
            });
    bench.push(lines(1, "a"), end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    assertThat(handle.await(SOON)).isInstanceOf(JobResult.Completed.class);
  }

  /** C2. */
  @Test
  void cancelling_the_future_cancels_neither_the_job_nor_another_future() throws Exception {
    JobHandle handle = client.submit(REQUEST);

    handle.result().cancel(true);

    bench.push(end(1, JobState.COMPLETED, 0, EndReason.EXITED));
    assertThat(handle.await(SOON)).isInstanceOf(JobResult.Completed.class);
    assertThat(bench.calls("POST .*/cancel")).isEmpty();
  }

  @Test
  void cancelling_the_handle_asks_the_coordinator() {
    bench.answer("POST /jobs/" + JOB + "/cancel", Reply.ok(CommandAnswer.OK));

    client.submit(REQUEST).cancel();

    assertThat(bench.calls("POST .*/cancel")).hasSize(1);
  }

  @Test
  void waiting_ends_with_a_timeout_and_the_job_goes_on() {
    JobHandle handle = client.submit(REQUEST);

    assertThatThrownBy(() -> handle.await(Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    assertThat(handle.result()).isNotDone();
  }

  @Test
  void a_detached_job_is_not_watched() {
    JobHandle handle = client.submit(REQUEST.detached());

    assertThat(bench.submitted().monitor()).isFalse();
    assertThatThrownBy(handle::result).isInstanceOf(IllegalStateException.class);
    assertThat(bench.calls("GET /poll.*")).isEmpty();
  }

  @Test
  void closing_ends_the_waiting() {
    CompletableFuture<JobResult> result = client.submit(REQUEST).result();

    client.close();

    assertThat(result)
        .failsWithin(SOON)
        .withThrowableThat()
        .withCauseInstanceOf(ClientClosed.class);
  }

  @Test
  void being_refused_while_watching_is_an_exception_and_not_a_failed_job() {
    bench.answer("GET /poll/.*", Reply.refusal(401, "Authentication failed"));
    CountDownLatch lost = new CountDownLatch(1);

    JobHandle handle =
        client.submit(
            REQUEST,
            new ClientListener() {
              @Override
              public void onLost(JobId job, ClientException cause) {
                lost.countDown();
              }
            });

    assertThatThrownBy(() -> handle.await(SOON)).isInstanceOf(NotAuthorized.class);
    assertThat(lost.getCount()).isZero();
  }

  /** PROTOCOL 23, peers 4. */
  @Test
  void lines_that_an_old_coordinator_did_not_deliver_are_fetched_at_the_end() throws Exception {
    RecordingListener listener = new RecordingListener();
    bench.hasLogs(
        new LogPage(
            List.of(new LogEntry(null, LogStream.STDOUT, "late", null)), SequentialIds.message(3)),
        new LogPage(List.of(), null));
    JobHandle handle = client.submit(REQUEST, listener);
    bench.push(lines(1, "early"), oldEnd(2, JobState.COMPLETED, 0));

    handle.await(SOON);

    assertThat(listener.heard()).containsSubsequence("STDERR early", "STDOUT late", "end 0");
    assertThat(bench.calls("GET .*/logs").get(0).query())
        .isEqualTo("since_message_id=" + SequentialIds.message(1));
  }

  @Test
  void our_coordinator_is_not_asked_for_lines_again() throws Exception {
    JobHandle handle = client.submit(REQUEST);
    bench.push(lines(1, "a"), end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    handle.await(SOON);

    assertThat(bench.calls("GET .*/logs")).isEmpty();
  }

  @Test
  void a_watched_job_is_kept_alive() {
    bench.heartbeatEverySecond();
    client.submit(REQUEST);

    await().until(() -> !bench.calls("POST .*/client_heartbeat").isEmpty());
    assertThat(bench.calls("POST .*/client_heartbeat").get(0).query()).isEmpty();
  }

  @Test
  void an_end_that_no_message_told_is_asked_for() throws Exception {
    bench.heartbeatEverySecond();
    bench.answer("POST .*/client_heartbeat", Reply.ok(new CommandAnswer("Job already finished")));
    bench.hasLogs();
    bench.answer(
        "GET /jobs/" + JOB + "/status", Reply.ok(bench.job(JobState.FAILED, 7, EndReason.EXITED)));

    JobHandle handle = client.submit(REQUEST);

    assertThat(handle.await(SOON).exitCode()).isEqualTo(7);
  }

  /** A reader that is only slow must not have the end told between its lines. */
  @Test
  void an_end_that_is_asked_for_comes_after_every_line_of_a_slow_reader() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    RecordingListener slow =
        new RecordingListener() {
          @Override
          public void onLine(JobId job, LogStream stream, String line) {
            try {
              read.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            super.onLine(job, stream, line.substring(0, 5));
          }
        };
    bench.heartbeatEverySecond();
    bench.answer("POST .*/client_heartbeat", Reply.ok(new CommandAnswer("Job already finished")));
    bench.answer(
        "GET /jobs/" + JOB + "/status", Reply.ok(bench.job(JobState.FAILED, 7, EndReason.EXITED)));
    bench.hasLogs(
        new LogPage(
            List.of(new LogEntry(null, LogStream.STDERR, "99999", null)),
            SequentialIds.message(2)));

    JobHandle handle = client.submit(REQUEST, slow);
    String[] many =
        IntStream.range(10_000, 12_000).mapToObj(i -> i + "x".repeat(3000)).toArray(String[]::new);
    bench.push(lines(1, many));
    await().atMost(SOON).until(() -> !bench.calls("GET .*/status").isEmpty());
    read.countDown();

    assertThat(handle.await(SOON).exitCode()).isEqualTo(7);
    List<String> expected = new ArrayList<>(List.of("submitted"));
    IntStream.range(10_000, 12_000).forEach(i -> expected.add("STDERR " + i));
    expected.addAll(List.of("STDERR 99999", "end 7"));
    assertThat(slow.heard()).isEqualTo(expected);
  }

  @Test
  void an_error_of_a_listener_spoils_nothing() throws Exception {
    JobHandle handle =
        client.submit(
            REQUEST,
            new ClientListener() {
              @Override
              public void onStatus(JobId job, JobState state) {
                throw new AssertionError("on purpose");
              }
            });
    bench.push(status(1, JobState.RUNNING), end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    assertThat(handle.await(SOON)).isInstanceOf(JobResult.Completed.class);
  }

  /** As a proxy in front says it, or a server whose application is gone already. */
  @Test
  void a_refusal_that_is_not_the_coordinator_s_does_not_end_the_watch() throws Exception {
    AtomicInteger beats = new AtomicInteger();
    bench.heartbeatEverySecond();
    Reply page = Reply.of(404, "<html>not here</html>");
    bench.answer(
        "POST .*/client_heartbeat",
        call -> beats.incrementAndGet() == 1 ? page : Reply.ok(CommandAnswer.OK));

    JobHandle handle = client.submit(REQUEST);
    await().atMost(SOON).until(() -> beats.get() > 1);
    bench.push(end(1, JobState.COMPLETED, 0, EndReason.EXITED));

    assertThat(handle.await(SOON)).isInstanceOf(JobResult.Completed.class);
  }

  @Test
  void closing_tells_listeners_that_the_end_cannot_be_known() {
    RecordingListener listener = new RecordingListener();
    client.submit(REQUEST, listener);

    client.close();

    await().atMost(SOON).until(() -> listener.heard().contains("lost"));
  }

  @Test
  void a_closed_client_submits_nothing() {
    client.close();

    assertThatThrownBy(() -> client.submit(REQUEST)).isInstanceOf(ClientClosed.class);
    assertThat(bench.calls("POST /jobs/submit")).isEmpty();
  }

  @Test
  void attaching_makes_the_job_live_by_our_heartbeats_and_reads_from_the_start() throws Exception {
    bench.answer("GET /jobs/" + JOB + "/status", Reply.ok(bench.job(JobState.RUNNING, null, null)));

    JobHandle handle = client.attach(JOB);
    await().until(() -> !bench.calls("POST .*/client_heartbeat").isEmpty());
    bench.push(lines(1, "old"), end(2, JobState.COMPLETED, 0, EndReason.EXITED));

    handle.await(SOON);
    assertThat(bench.calls("POST .*/client_heartbeat").get(0).query()).isEqualTo("monitor=true");
    assertThat(bench.calls("GET /poll/.*").get(0).query())
        .endsWith("last_message_id=00000000000000000000000000");
  }
}
