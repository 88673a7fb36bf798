package org.dffmpeg.coordinator.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.core.cluster.RecordingBroadcast.OTHER;
import static org.dffmpeg.coordinator.core.cluster.RecordingBroadcast.SELF;

import java.time.Duration;
import java.util.Set;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.junit.jupiter.api.Test;

/** N2, N4. */
class WakeupsEverywhereTest {
  private static final Channel JOB = Channel.of(SequentialIds.job(1));

  private final RecordingBroadcast broadcast = new RecordingBroadcast();
  private final RecordingWakeups here = new RecordingWakeups();
  private final Company company = new Company();
  private final BulletinBoard board =
      new BulletinBoard(
          SELF, broadcast, Runnable::run, new RecordingSleeper(), () -> Duration.ZERO);
  private final WakeupsEverywhere bus = new WakeupsEverywhere(here, company, board);
  private final BulletinReader reader = new BulletinReader(SELF, here, company);

  @Test
  void who_is_alone_wakes_here_and_tells_nobody() {
    bus.messageStored(JOB);
    bus.workAvailable();

    assertThat(here.woken).containsExactly(JOB.text(), "work");
    assertThat(broadcast.sent).isEmpty();
  }

  @Test
  void in_company_the_others_are_told_too() {
    company.isNow(false);

    bus.messageStored(JOB);
    bus.workAvailable();

    assertThat(here.woken).containsExactly(JOB.text(), "work");
    assertThat(broadcast.sent)
        .extracting(Bulletin::items)
        .containsExactly(Set.of(JOB.text()), Set.of("work"));
  }

  @Test
  void what_others_tell_wakes_here_and_is_told_no_further() {
    reader.heard(OTHER + "\n" + JOB.text() + "\nwork");

    assertThat(here.woken).containsExactlyInAnyOrder(JOB.text(), "work");
    assertThat(broadcast.sent).isEmpty();
  }

  @Test
  void its_own_bulletins_wake_nobody() {
    reader.heard(SELF + "\n" + JOB.text());

    assertThat(here.woken).isEmpty();
    assertThat(company.isAlone()).isTrue();
  }

  @Test
  void the_greeting_of_a_newcomer_ends_the_silence() {
    reader.heard(OTHER + "\nhello");
    bus.messageStored(JOB);

    assertThat(here.woken).containsExactly(JOB.text());
    assertThat(broadcast.sent).hasSize(1);
  }

  @Test
  void everything_and_what_may_have_been_missed_wake_all() {
    reader.heard(OTHER + "\neverything");
    reader.mayHaveMissed();

    assertThat(here.woken).containsExactly("all", "all");
  }

  @Test
  void words_of_tomorrow_are_read_over() {
    reader.heard(OTHER + "\nparty\n" + JOB.text());

    assertThat(here.woken).containsExactly(JOB.text());
  }
}
