package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every {@link org.dffmpeg.coordinator.core.tx.Transactions} promises. */
public abstract class TransactionsContract {
  protected abstract Stores stores();

  @Test
  void a_unit_sees_what_it_wrote() {
    boolean found =
        stores()
            .transactions()
            .write(
                unit -> {
                  stores().jobs().insert(job(1));
                  return isThere(1);
                });

    assertThat(found).isTrue();
  }

  @Test
  void a_unit_sees_a_row_as_it_last_changed_it() {
    long version =
        stores()
            .transactions()
            .write(
                unit -> {
                  stores().jobs().insert(job(1));
                  Job seen = stores().jobs().find(SequentialIds.job(1)).orElseThrow();
                  stores().jobs().replace(seen, seen);
                  return stores().jobs().find(seen.id()).orElseThrow().version();
                });

    assertThat(version).isEqualTo(1);
  }

  @Test
  void a_message_survives_the_questions_asked_after_it() {
    Channel channel = Channel.of(SequentialIds.job(1));

    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job(1));
              stores().messages().append(channel, List.of(logs(1)));
              return isThere(1) && isThere(2);
            });

    assertThat(messagesOf(channel)).containsExactly(logs(1));
  }

  private List<DownlinkMessage> messagesOf(Channel channel) {
    return stores()
        .transactions()
        .read(unit -> stores().messages().after(channel, SequentialIds.message(0), 10))
        .messages();
  }

  @Test
  void a_failed_unit_leaves_nothing_neither_row_nor_message() {
    assertThatThrownBy(() -> stores().transactions().write(this::writeAndFail))
        .hasMessage("broken on purpose");

    assertThat(isThereNow(1)).isFalse();
    assertThat(messagesOf(Channel.of(SequentialIds.job(2)))).isEmpty();
  }

  private UnitOfWork writeAndFail(UnitOfWork unit) {
    stores().jobs().insert(job(1));
    stores().jobs().insert(job(2));
    stores().messages().append(Channel.of(SequentialIds.job(2)), List.of(logs(1)));
    throw new IllegalStateException("broken on purpose");
  }

  @Test
  void actions_run_after_the_commit_in_order() {
    List<String> seen = new ArrayList<>();

    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job(1));
              unit.afterCommit(() -> seen.add("first, job stored: " + isThereNow(1)));
              unit.afterCommit(() -> seen.add("second"));
              seen.add("in the unit");
              return unit;
            });

    assertThat(seen).containsExactly("in the unit", "first, job stored: true", "second");
  }

  @Test
  void actions_of_a_failed_unit_never_run() {
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .write(
                        unit -> {
                          unit.afterCommit(() -> seen.add("never"));
                          throw new IllegalStateException("broken on purpose");
                        }))
        .hasMessage("broken on purpose");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_unit_that_lost_a_race_runs_again_from_the_start() {
    AtomicInteger tries = new AtomicInteger();

    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job(1));
              ConflictException.unless(tries.incrementAndGet() == 3, "the third try");
              return unit;
            });

    assertThat(tries).hasValue(3);
    assertThat(isThereNow(1)).isTrue();
  }

  @Test
  void a_unit_that_loses_every_race_gives_up() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .write(
                        unit -> {
                          tries.incrementAndGet();
                          throw new ConflictException("always second");
                        }))
        .isInstanceOf(ConflictException.class)
        .hasMessage("always second");
    assertThat(tries).hasValueGreaterThanOrEqualTo(4);
  }

  @Test
  void units_do_not_nest() {
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .write(outer -> stores().transactions().read(inner -> isThere(1))))
        .hasMessage("units do not nest");
    assertThat(isThereNow(1)).isFalse();
  }

  private boolean isThere(long number) {
    return stores().jobs().find(SequentialIds.job(number)).isPresent();
  }

  private boolean isThereNow(long number) {
    return stores().transactions().read(unit -> isThere(number));
  }
}
