package org.dffmpeg.coordinator.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.coordinator.core.access.DirectTransactions;
import org.dffmpeg.coordinator.core.health.CheckHealth.Verdict;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.junit.jupiter.api.Test;

class CheckHealthTest {
  private static final HealthView.Component HEALTHY = new HealthView.Component("healthy", null);

  private final ServiceState state = new ServiceState();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MIN_VALUE);
  private boolean databaseGone;
  private final CheckHealth health =
      new CheckHealth(
          new DirectTransactions(), Map.of("jobs", this::ask), state, "1.2.3", nanos::get);

  @Test
  void a_shallow_answer_asks_nobody() {
    databaseGone = true;

    assertThat(health.run())
        .isEqualTo(
            new CheckHealth.Health(Verdict.ONLINE, new HealthView("online", "1.2.3", null, null)));
    assertThat(asked).hasValue(0);
  }

  @Test
  void from_the_beginning_of_a_shutdown_it_says_so() {
    state.beginShutdown();

    assertThat(health.run().verdict()).isEqualTo(Verdict.SHUTDOWN);
    assertThat(health.run().view().status()).isEqualTo("shutdown");
    assertThat(health.runDeep().verdict()).isEqualTo(Verdict.SHUTDOWN);
  }

  @Test
  void a_deep_answer_names_every_store() {
    assertThat(health.runDeep())
        .isEqualTo(
            new CheckHealth.Health(
                Verdict.ONLINE,
                new HealthView(
                    "online", "1.2.3", Map.of("jobs", HEALTHY), Map.of("http_polling", HEALTHY))));
  }

  @Test
  void a_store_that_does_not_answer_is_unhealthy_also_while_shutting_down() {
    databaseGone = true;
    state.beginShutdown();

    CheckHealth.Health answer = health.runDeep();

    assertThat(answer.verdict()).isEqualTo(Verdict.UNHEALTHY);
    assertThat(answer.view().status()).isEqualTo("unhealthy");
    assertThat(answer.view().databases())
        .containsEntry("jobs", new HealthView.Component("unhealthy", "does not answer"));
  }

  @Test
  void however_often_it_is_asked_the_stores_are_asked_once_a_second() {
    for (int i = 0; i < 100; i++) {
      health.runDeep();
    }
    assertThat(asked).hasValue(1);

    nanos.addAndGet(1_000_000_000);
    health.runDeep();
    assertThat(asked).hasValue(2);
  }

  @Test
  void at_the_first_store_out_of_reach_the_others_are_not_asked() {
    Runnable away =
        () -> {
          asked.incrementAndGet();
          throw new StoreUnavailable("away", null);
        };

    CheckHealth.Health answer = check(Map.of("auth", away, "jobs", away)).runDeep();

    assertThat(asked).hasValue(1);
    assertThat(answer.view().databases())
        .containsOnlyKeys("auth", "jobs")
        .doesNotContainValue(HEALTHY);
  }

  @Test
  void while_one_asks_the_others_get_the_last_answer() {
    CheckHealth[] self = new CheckHealth[1];
    List<Verdict> meanwhile = new ArrayList<>();
    self[0] =
        check(
            Map.of(
                "jobs",
                () -> {
                  ask();
                  meanwhile.add(self[0].runDeep().verdict());
                }));

    self[0].runDeep();

    assertThat(meanwhile).containsExactly(Verdict.ONLINE);
    assertThat(asked).hasValue(1);
  }

  private CheckHealth check(Map<String, Runnable> probes) {
    return new CheckHealth(new DirectTransactions(), probes, state, "1.2.3", nanos::get);
  }

  private void ask() {
    asked.incrementAndGet();
    if (databaseGone) {
      throw new IllegalStateException("gone");
    }
  }
}
