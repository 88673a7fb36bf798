package org.dffmpeg.coordinator.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.coordinator.core.access.DirectTransactions;
import org.dffmpeg.coordinator.core.health.CheckHealth.Verdict;
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

  private void ask() {
    asked.incrementAndGet();
    if (databaseGone) {
      throw new IllegalStateException("gone");
    }
  }
}
