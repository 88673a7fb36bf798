package org.dffmpeg.client.testing;

import static org.dffmpeg.client.testing.Messages.CLIENT;
import static org.dffmpeg.client.testing.Messages.JOB;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.protocol.TransportOffer;
import org.jspecify.annotations.Nullable;

/** A stub that takes every submission as the same job, and a client of it. */
public final class OneJobCoordinator implements AutoCloseable {
  private static final Instant TIME = Instant.parse("2026-11-22T19:52:30Z");
  private static final String CHANNEL = "/poll/jobs/" + JOB;

  private final StubCoordinator coordinator = StubCoordinator.start();
  private int heartbeatSeconds = 3600;

  /** Answers as our coordinator does. */
  public OneJobCoordinator() {
    answer("POST /jobs/submit", call -> Reply.ok(job(JobState.PENDING, null, null)));
    answer("POST .*/client_heartbeat", Reply.ok(CommandAnswer.OK));
  }

  /** A client of it. */
  public JobClient client() {
    return JobClient.connect(settings());
  }

  /** Settings of a client of it, of little patience. */
  public ClientSettings settings() {
    return ClientSettings.of(coordinator.url(), CLIENT.value(), StubCoordinator.KEY.toBase64())
        .withPatience(Duration.ofSeconds(2));
  }

  /** From now on answers so. */
  public void answer(String what, Reply reply) {
    coordinator.answer(what, reply);
  }

  /** From now on answers so. */
  public void answer(String what, Function<Call, Reply> answer) {
    coordinator.answer(what, answer);
  }

  /** The next job wants a heartbeat every second. */
  public void heartbeatEverySecond() {
    heartbeatSeconds = 1;
  }

  /** Answers log queries by these pages, then by empty ones. */
  public void hasLogs(LogPage... pages) {
    Deque<LogPage> left = new ArrayDeque<>(List.of(pages));
    answer(
        "GET .*/logs",
        call -> Reply.ok(left.isEmpty() ? new LogPage(List.of(), null) : left.pop()));
  }

  /** Says this to whoever watches the job. */
  public void push(DownlinkMessage... messages) {
    coordinator.push(CHANNEL, messages);
  }

  /** Every request so far that fits. */
  public List<Call> calls(String what) {
    return coordinator.calls(what);
  }

  /** The last job that was submitted. */
  public SubmitJob submitted() {
    List<Call> calls = calls("POST /jobs/submit");
    return calls.get(calls.size() - 1).as(SubmitJob.class);
  }

  /** The job in that state. */
  public JobView job(JobState state, @Nullable Integer exitCode, @Nullable EndReason reason) {
    return new JobView(
        new TransportOffer("http_polling", Map.of("path", CHANNEL)),
        JOB,
        CLIENT,
        "ffmpeg",
        List.of("-version"),
        List.of(),
        null,
        state,
        exitCode,
        null,
        TIME,
        TIME,
        null,
        null,
        heartbeatSeconds,
        true,
        0,
        List.of(),
        null,
        null,
        reason,
        null,
        null,
        null,
        null,
        JobOptions.DEFAULT);
  }

  @Override
  public void close() {
    coordinator.close();
  }
}
