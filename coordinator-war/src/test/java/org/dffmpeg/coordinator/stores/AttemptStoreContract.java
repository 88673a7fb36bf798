package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code AttemptStore} promises. */
public abstract class AttemptStoreContract {
  private static final JobEnd LOST =
      new JobEnd(
          NOW.plusSeconds(9),
          OptionalInt.empty(),
          Optional.of(EndReason.WORKER_LOST),
          Optional.of("gone"));
  private static final JobEnd FAILED =
      new JobEnd(
          NOW.plusSeconds(9), OptionalInt.of(1), Optional.of(EndReason.EXITED), Optional.of("so"));
  private static final JobEnd GIVEN_BACK =
      new JobEnd(NOW.plusSeconds(9), OptionalInt.empty(), Optional.empty(), Optional.empty());

  protected abstract Stores stores();

  @BeforeEach
  void two_jobs() {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job(1));
              stores().jobs().insert(job(2));
              return unit;
            });
  }

  @Test
  void attempts_come_back_as_they_were_stored_in_their_order() {
    List<EndedAttempt> stored =
        List.of(attempt(1, 2, LOST), attempt(1, 7, GIVEN_BACK), attempt(1, 10, FAILED));

    append(stored.get(2));
    append(stored.get(0));
    append(stored.get(1));
    append(attempt(2, 2, FAILED));

    assertThat(lastOf(1, 50)).isEqualTo(stored);
  }

  @Test
  void only_the_last_are_read() {
    for (int number = 1; number <= 5; number++) {
      append(attempt(1, number, LOST));
    }

    assertThat(lastOf(1, 2)).extracting(EndedAttempt::number).containsExactly(4, 5);
  }

  @Test
  void an_attempt_ends_once() {
    append(attempt(1, 1, LOST));

    assertThatThrownBy(() -> append(attempt(1, 1, FAILED))).isInstanceOf(ConflictException.class);
    assertThat(lastOf(1, 50)).containsExactly(attempt(1, 1, LOST));
  }

  private static EndedAttempt attempt(long job, int number, JobEnd end) {
    return new EndedAttempt(
        SequentialIds.job(job),
        number,
        W1,
        NOW,
        end.exitCode().isPresent() ? Optional.of(NOW.plusSeconds(1)) : Optional.empty(),
        end);
  }

  private void append(EndedAttempt attempt) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().attempts().append(attempt);
              return unit;
            });
  }

  private List<EndedAttempt> lastOf(long job, int limit) {
    return stores()
        .transactions()
        .read(unit -> stores().attempts().lastOf(SequentialIds.job(job), limit));
  }
}
