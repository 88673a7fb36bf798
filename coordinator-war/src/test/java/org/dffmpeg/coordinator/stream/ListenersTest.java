package org.dffmpeg.coordinator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ADMIN;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.MarkSent;
import org.dffmpeg.coordinator.core.delivery.ReadMessages;
import org.dffmpeg.coordinator.core.job.OpenJobChannel;
import org.dffmpeg.coordinator.stores.InMemoryStores;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final MutableClock clock = new MutableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final TestCoordinator core = new TestCoordinator(stores, clock);
  private final ReadMessages messages = new ReadMessages(stores.transactions(), stores.messages());
  private final DeliveryMarks marks =
      new DeliveryMarks(new MarkSent(stores.transactions(), stores.messages(), clock));
  private final Listeners listeners =
      new Listeners(
          new OpenStreams(), messages, marks, Runnable::run, () -> Duration.ZERO, Duration.ZERO);

  @Test
  void an_administrator_who_listens_takes_nothing_from_the_requester() {
    JobId job = core.running(core.online("w1", 1));
    List<DownlinkMessage> told = core.heard(job);

    assertThat(hear(ADMIN, job)).isEqualTo(told);
    assertThat(hear(ALICE, job)).isEqualTo(told);
    assertThat(hear(ALICE, job)).isEmpty();
  }

  /** All that the caller hears without a cursor. */
  private List<DownlinkMessage> hear(Caller caller, JobId job) {
    Subscription subscription =
        listeners.subscription(
            new OpenJobChannel(stores.transactions(), stores.jobs()).run(caller, job),
            Optional.empty());
    List<DownlinkMessage> heard = subscription.next().messages();
    if (!heard.isEmpty()) {
      subscription.delivered(heard);
      marks.flush();
    }
    return heard;
  }
}
