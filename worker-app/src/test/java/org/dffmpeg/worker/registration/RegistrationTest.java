package org.dffmpeg.worker.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Endpoints;
import org.dffmpeg.client.link.MessageReceiver;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.Timeouts;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.WorkerAccepted;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.worker.capability.CapabilityReport;
import org.dffmpeg.worker.testing.InlineThreads;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PROTOCOL 11, tick by tick. */
class RegistrationTest {
  private static final WorkerId SELF = new WorkerId("worker1");
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private final StubCoordinator coordinator = StubCoordinator.start();
  private final ManualTicker ticker = new ManualTicker();
  private final TokenWatch tokens = new TokenWatch(ticker);
  private final List<String> opened = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();
  private Optional<CapabilityReport> abilities = Optional.empty();
  private Map<String, String> setAside = Map.of();
  private final List<String> usable = new ArrayList<>(List.of("Films"));
  private final Channel channel = new Channel(this::receiver, new InlineThreads(), tokens);
  private final RegistrationLoop loop =
      new RegistrationLoop(
          new SignedHttp(
              new Endpoints(List.of(coordinator.url())),
              new RequestSigner(SELF.identity(), StubCoordinator.KEY, Clock.systemUTC()),
              Optional.empty(),
              Timeouts.USUAL,
              "test"),
          new WorkerProfile(
              SELF,
              List.of("ffmpeg"),
              INTERVAL,
              "1.0",
              Slots.cpu(4),
              List.of("big"),
              "incarnation"),
          () -> new Offer(usable, abilities, setAside),
          channel,
          Duration.ofMillis(500),
          RandomGenerator.of("L64X128MixRandom"));

  @AfterEach
  void close() {
    coordinator.close();
  }

  @Test
  void it_says_what_the_worker_is() {
    offer("/poll/worker");

    loop.tick();

    assertThat(registrations())
        .containsExactly(
            new RegisterWorker(
                SELF,
                List.of(),
                List.of("ffmpeg"),
                List.of("Films"),
                15,
                "1.0",
                List.of("http_polling"),
                false,
                Slots.cpu(4),
                "incarnation",
                List.of("big"),
                null,
                null,
                Map.of()));
  }

  @Test
  void what_is_set_aside_is_said_each_time() {
    offer("/poll/worker");
    setAside = Map.of("encoder:libx264", "broken");
    loop.tick();
    setAside = Map.of();
    loop.tick();

    assertThat(registrations())
        .extracting(RegisterWorker::setAside)
        .containsExactly(Map.of("encoder:libx264", "broken"), Map.of());
  }

  @Test
  void what_the_binaries_can_is_sent_once() {
    offer("/poll/worker");
    loop.tick();
    abilities = Optional.of(report("encoder:libx264", "filter:scale"));
    loop.tick();
    assertThat(loop.tick()).isGreaterThan(Duration.ofSeconds(1));

    assertThat(registrations())
        .extracting(RegisterWorker::capabilities)
        .containsExactly(List.of(), List.of("encoder:libx264", "filter:scale"), null);
    String hash = Capabilities.of(List.of("encoder:libx264", "filter:scale")).hash();
    assertThat(registrations())
        .extracting(RegisterWorker::capabilitiesHash)
        .containsExactly(null, hash, hash);
    assertThat(registrations())
        .extracting(RegisterWorker::fingerprint)
        .containsExactly(null, "f".repeat(64), "f".repeat(64));
  }

  @Test
  void other_capabilities_are_sent_again() {
    offer("/poll/worker");
    abilities = Optional.of(report("encoder:libx264"));
    loop.tick();
    abilities = Optional.of(report("encoder:libx265"));
    loop.tick();

    assertThat(registrations())
        .extracting(RegisterWorker::capabilities)
        .containsExactly(List.of("encoder:libx264"), List.of("encoder:libx265"));
  }

  @Test
  void a_list_that_did_not_arrive_is_sent_again() {
    coordinator.answer("POST /worker/register", Reply.refusal(503, "database away"));
    abilities = Optional.of(report("encoder:libx264"));
    loop.tick();
    loop.tick();

    assertThat(registrations())
        .extracting(RegisterWorker::capabilities)
        .containsOnly(List.of("encoder:libx264"));
  }

  @Test
  void a_coordinator_that_asks_for_them_gets_them_at_once() {
    offer("/poll/worker");
    abilities = Optional.of(report("encoder:libx264"));
    loop.tick();
    answer(true);

    assertThat(loop.tick()).isZero();
    loop.tick();

    assertThat(registrations())
        .extracting(RegisterWorker::capabilities)
        .containsExactly(List.of("encoder:libx264"), null, List.of("encoder:libx264"));
  }

  /** Whatever is wrong with it: it is not flooded. */
  @Test
  void a_coordinator_that_keeps_asking_gets_them_every_interval() {
    answer(true);
    abilities = Optional.of(report("encoder:libx264"));

    assertThat(loop.tick()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(loop.tick()).isGreaterThan(Duration.ofSeconds(1));
  }

  private static CapabilityReport report(String... capabilities) {
    return new CapabilityReport(
        Capabilities.of(List.of(capabilities)), Optional.of("f".repeat(64)), List.of(), true);
  }

  private void answer(boolean capabilitiesWanted) {
    TransportOffer offer = new TransportOffer("http_polling", Map.of("path", "/poll/worker"));
    coordinator.answer(
        "POST /worker/register", Reply.ok(new WorkerAccepted(offer, capabilitiesWanted)));
  }

  @Test
  void it_repeats_about_every_interval() {
    offer("/poll/worker");

    assertThat(loop.tick()).isBetween(INTERVAL.minusMillis(500), INTERVAL.plusMillis(500));
  }

  @Test
  void a_failure_is_repeated_sooner_with_growing_pauses() {
    coordinator.answer("POST /worker/register", Reply.refusal(503, "database away"));

    assertThat(loop.tick()).isLessThan(Duration.ofMillis(1300));
    assertThat(loop.tick()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    for (int i = 0; i < 10; i++) {
      assertThat(loop.tick()).isLessThan(INTERVAL);
    }
    assertThat(opened).isEmpty();
  }

  @Test
  void a_path_whose_mount_is_down_is_left_out_from_the_next_time_on() {
    offer("/poll/worker");
    loop.tick();
    usable.clear();

    loop.tick();

    assertThat(registrations()).extracting(RegisterWorker::paths).last().isEqualTo(List.of());
  }

  @Test
  void a_draining_worker_says_so() {
    offer("/poll/worker");
    loop.drain();

    loop.tick();

    assertThat(registrations()).extracting(RegisterWorker::draining).containsExactly(true);
  }

  @Test
  void a_worker_without_room_says_that_it_drains_until_it_has_some() {
    offer("/poll/worker");
    loop.suspend(true);
    loop.tick();
    loop.suspend(false);
    loop.tick();

    assertThat(registrations()).extracting(RegisterWorker::draining).containsExactly(true, false);
  }

  @Test
  void the_channel_is_opened_once() {
    offer("/poll/worker");
    loop.tick();
    tokens.heard();
    loop.tick();

    assertThat(opened).containsExactly("/poll/worker");
  }

  @Test
  void the_channel_is_opened_anew_when_it_moves() {
    offer("/poll/worker");
    loop.tick();
    offer("/other/worker");
    loop.tick();

    assertThat(opened).containsExactly("/poll/worker", "/other/worker");
    assertThat(stopped).containsExactly("/poll/worker");
  }

  /**
   * PROTOCOL 11, step 6; PITFALLS W35: also if registrations come more often than tokens may take.
   */
  @Test
  void a_channel_over_which_no_token_comes_is_opened_anew() {
    offer("/poll/worker");
    for (int i = 0; i < 3; i++) {
      loop.tick();
      ticker.advance(Duration.ofSeconds(6));
    }
    loop.tick();

    assertThat(opened).hasSize(2);
    assertThat(stopped).hasSize(1);
  }

  /** The token may be on its way before the registration is answered. */
  @Test
  void a_token_that_is_quicker_than_the_answer_counts() {
    coordinator.answer(
        "POST /worker/register",
        call -> {
          tokens.heard();
          return Reply.ok(new TransportOffer("http_polling", Map.of("path", "/poll/worker")));
        });
    for (int i = 0; i < 5; i++) {
      loop.tick();
      ticker.advance(INTERVAL);
    }

    assertThat(opened).hasSize(1);
  }

  @Test
  void an_answer_without_a_channel_is_a_failure() {
    coordinator.answer(
        "POST /worker/register", Reply.ok(new TransportOffer("mqtt", Map.of("topic", "x"))));

    assertThat(loop.tick()).isLessThan(Duration.ofSeconds(2));
    assertThat(opened).isEmpty();
  }

  private void offer(String path) {
    coordinator.answer(
        "POST /worker/register",
        Reply.ok(new TransportOffer("http_polling", Map.of("path", path))));
  }

  private List<RegisterWorker> registrations() {
    return coordinator.calls("POST /worker/register").stream()
        .map(call -> call.as(RegisterWorker.class))
        .toList();
  }

  private MessageReceiver receiver(String path) {
    opened.add(path);
    return new MessageReceiver() {
      @Override
      public void run() {}

      @Override
      public void stop() {
        stopped.add(path);
      }
    };
  }
}
