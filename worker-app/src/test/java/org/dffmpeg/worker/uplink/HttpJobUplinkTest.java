package org.dffmpeg.worker.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.dffmpeg.client.link.Endpoints;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.Timeouts;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.testing.SequentialIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** U1, U2. */
class HttpJobUplinkTest {
  private static final JobId JOB = SequentialIds.job(1);
  private static final ReportStatus DONE =
      new ReportStatus(JobState.COMPLETED, 0, EndReason.EXITED, null, null);

  private final StubCoordinator coordinator = StubCoordinator.start();
  private final MutableClock clock = new MutableClock();
  private final RecordingSleeper sleeper = new RecordingSleeper(clock);

  @AfterEach
  void close() {
    coordinator.close();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(200, Verdict.Taken.class),
        Arguments.of(400, Verdict.Refused.class),
        Arguments.of(401, Verdict.Unheard.class),
        Arguments.of(403, Verdict.Lost.class),
        Arguments.of(404, Verdict.Lost.class),
        Arguments.of(409, Verdict.Lost.class),
        Arguments.of(413, Verdict.Refused.class),
        Arguments.of(422, Verdict.Refused.class),
        Arguments.of(429, Verdict.Unheard.class),
        Arguments.of(500, Verdict.Unheard.class),
        Arguments.of(503, Verdict.Unheard.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void every_answer_means_something(int status, Class<? extends Verdict> verdict) {
    coordinator.answer("POST .*", Reply.refusal(status, "text"));

    assertThat(uplink(1).heartbeat()).isInstanceOf(verdict);
    assertThat(coordinator.calls("POST .*")).hasSize(1);
  }

  /** As a proxy in front says it, or a server whose application is gone already. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 409})
  void a_job_is_lost_only_if_the_coordinator_itself_says_so(int status) {
    coordinator.answer("POST .*", Reply.of(status, "<html>not here</html>"));

    assertThat(uplink(1).heartbeat()).isInstanceOf(Verdict.Unheard.class);
  }

  @Test
  void what_the_coordinator_notes_is_kept() {
    coordinator.answer("POST .*", Reply.ok(new CommandAnswer("Job already terminal")));

    assertThat(uplink(1).heartbeat()).isEqualTo(new Verdict.Taken("Job already terminal"));
  }

  @Test
  void everything_said_names_the_attempt() {
    coordinator.answer("POST .*", Reply.ok(CommandAnswer.OK));
    JobUplink uplink = uplink(7);

    uplink.accept(List.of(), () -> false);
    uplink.reject();
    uplink.heartbeat();
    uplink.logs(List.of(new LogEntry(null, LogStream.STDERR, "x", null)), () -> false);
    uplink.report(DONE, () -> false);

    assertThat(coordinator.calls("POST .*/(accept|reject|worker_heartbeat)"))
        .hasSize(3)
        .allSatisfy(c -> assertThat(c.as(AttemptClaim.class).attempt()).isEqualTo(7));
    assertThat(coordinator.calls("POST .*/logs").get(0).as(AppendLogs.class).attempt())
        .isEqualTo(7);
    assertThat(coordinator.calls("POST .*/status").get(0).as(ReportStatus.class).attempt())
        .isEqualTo(7);
  }

  @Test
  void without_an_attempt_commands_have_no_body() {
    coordinator.answer("POST .*", Reply.ok(CommandAnswer.OK));

    uplink(null).accept(List.of(3), () -> false);

    assertThat(coordinator.calls("POST /jobs/" + JOB + "/accept"))
        .singleElement()
        .satisfies(c -> assertThat(c.body()).isEmpty());
  }

  @Test
  void an_accept_is_tried_for_about_a_minute() {
    coordinator.answer("POST .*", Reply.refusal(503, "away"));

    assertThat(uplink(1).accept(List.of(), () -> false)).isInstanceOf(Verdict.Unheard.class);
    assertThat(spent()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  @Test
  void a_report_is_tried_until_it_is_heard() {
    coordinator.answer(
        "POST .*",
        call ->
            coordinator.calls("POST .*").size() < 200
                ? Reply.refusal(503, "away")
                : Reply.ok(CommandAnswer.OK));

    assertThat(uplink(1).report(DONE, () -> false)).isInstanceOf(Verdict.Taken.class);
    assertThat(spent()).isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void an_abandoned_report_is_tried_once() {
    coordinator.answer("POST .*", Reply.refusal(503, "away"));

    assertThat(uplink(1).report(DONE, () -> true)).isInstanceOf(Verdict.Unheard.class);
    assertThat(coordinator.calls("POST .*")).hasSize(1);
  }

  private Duration spent() {
    return Duration.between(MutableClock.START, clock.instant());
  }

  private JobUplink uplink(@Nullable Integer attempt) {
    SignedHttp http =
        new SignedHttp(
            new Endpoints(List.of(coordinator.url())),
            new RequestSigner(new ClientId("worker1"), StubCoordinator.KEY, Clock.systemUTC()),
            Optional.empty(),
            Timeouts.USUAL,
            "test");
    RetryingHttp retrying =
        new RetryingHttp(http, sleeper, this::spent, RandomGenerator.of("L64X128MixRandom"));
    return new HttpJobUplink(retrying, JOB, attempt);
  }
}
