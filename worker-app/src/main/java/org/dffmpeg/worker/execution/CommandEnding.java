package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a short command ended. */
public sealed interface CommandEnding {

  /**
   * By itself.
   *
   * @param output its standard output, cut if it is long
   * @param errors its standard error, cut if it is long
   */
  record Ended(int exitCode, String output, String errors) implements CommandEnding {}

  /** It was never started. */
  record NotStarted(String reason) implements CommandEnding {}

  /** It took too long and was ended. */
  record TimedOut(Duration deadline) implements CommandEnding {}

  /** One function for each case. */
  default <R> R fold(
      Function<Ended, R> ended, Function<NotStarted, R> notStarted, Function<TimedOut, R> late) {
    if (this instanceof Ended e) {
      return ended.apply(e);
    }
    return this instanceof NotStarted n ? notStarted.apply(n) : late.apply((TimedOut) this);
  }

  /** Why it did not succeed; empty if it ended with 0. */
  default Optional<String> problem() {
    return fold(
        ended -> Optional.of("ended with " + ended.exitCode()).filter(e -> ended.exitCode() != 0),
        notStarted -> Optional.of(notStarted.reason()),
        late -> Optional.of("took longer than " + late.deadline().toSeconds() + " s"));
  }
}
