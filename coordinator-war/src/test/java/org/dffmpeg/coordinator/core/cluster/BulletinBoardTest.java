package org.dffmpeg.coordinator.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.core.cluster.RecordingBroadcast.SELF;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.junit.jupiter.api.Test;

/** N3. */
class BulletinBoardTest {
  private static final Channel JOB = Channel.of(SequentialIds.job(1));
  private static final Channel WORKER = Channel.of(new WorkerId("w 1"));

  private final MutableClock clock = new MutableClock();
  private final RecordingSleeper sleeper = new RecordingSleeper(clock);
  private final RecordingBroadcast broadcast = new RecordingBroadcast();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final BulletinBoard board =
      new BulletinBoard(
          SELF,
          broadcast,
          tasks::add,
          sleeper,
          () -> Duration.between(MutableClock.START, clock.instant()));

  @Test
  void nothing_is_sent_by_the_thread_that_posts() {
    board.post(JOB);

    assertThat(broadcast.sent).isEmpty();
    assertThat(tasks).hasSize(1);
  }

  @Test
  void what_gathered_until_the_sender_runs_goes_out_as_one() {
    board.post(JOB);
    board.post(WORKER);
    board.post(JOB);
    board.postWork();
    board.greet();

    runTasks();

    assertThat(broadcast.sent)
        .containsExactly(
            new Bulletin(SELF.value(), Set.of(JOB.text(), "worker:w 1", "work", "hello")));
    assertThat(sleeper.slept()).isEmpty();
  }

  @Test
  void two_bulletins_are_never_nearer_to_each_other_than_the_gap() {
    board.post(JOB);
    runTasks();
    clock.advance(Duration.ofMillis(2));

    board.post(WORKER);
    runTasks();

    assertThat(broadcast.sent).hasSize(2);
    assertThat(sleeper.slept()).containsExactly(BulletinBoard.GAP.minusMillis(2));
  }

  @Test
  void after_a_quiet_time_a_bulletin_goes_out_at_once() {
    board.post(JOB);
    runTasks();
    clock.advance(Duration.ofSeconds(1));

    board.post(JOB);
    runTasks();

    assertThat(broadcast.sent).hasSize(2);
    assertThat(sleeper.slept()).isEmpty();
  }

  @Test
  void what_is_too_much_for_one_text_becomes_everything() {
    for (int number = 0; number < 1_000; number++) {
      board.post(Channel.of(SequentialIds.job(number)));
    }

    runTasks();

    assertThat(broadcast.sent).containsExactly(new Bulletin(SELF.value(), Set.of("everything")));
  }

  @Test
  void a_channel_that_is_no_line_becomes_everything() {
    board.post(Channel.of(new WorkerId("two\nlines")));

    runTasks();

    assertThat(broadcast.sent).containsExactly(new Bulletin(SELF.value(), Set.of("everything")));
  }

  @Test
  void what_cannot_be_sent_is_lost_and_the_next_goes_out() {
    broadcast.away = true;
    board.post(JOB);
    runTasks();
    broadcast.away = false;

    board.post(WORKER);
    runTasks();

    assertThat(broadcast.sent).containsExactly(new Bulletin(SELF.value(), Set.of("worker:w 1")));
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }
}
