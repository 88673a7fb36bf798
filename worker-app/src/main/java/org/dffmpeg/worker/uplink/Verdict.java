package org.dffmpeg.worker.uplink;

import java.util.function.Function;

/** What the coordinator's answer means for a job. A closed family. */
public sealed interface Verdict {
  /** Taken. {@code note} is what it said to it, often nothing. */
  record Taken(String note) implements Verdict {}

  /** The job, or this attempt of it, is not ours any more: 403, 404 or 409. */
  record Lost(String why) implements Verdict {}

  /** It will never take this, for a reason in the message itself: another 4xx. */
  record Refused(String why) implements Verdict {}

  /**
   * No answer, or one that may change: I/O errors, 5xx, 429 and 401.
   *
   * @param stumbled whether it was there, and failed on this message: again and again, perhaps
   */
  record Unheard(String why, boolean stumbled) implements Verdict {
    /** It was not there, or not ready. */
    public Unheard(String why) {
      this(why, false);
    }
  }

  /** Calls the function of this case: a missing case does not compile. */
  default <R> R fold(
      Function<Taken, R> taken,
      Function<Lost, R> lost,
      Function<Refused, R> refused,
      Function<Unheard, R> unheard) {
    if (this instanceof Taken t) {
      return taken.apply(t);
    }
    if (this instanceof Lost l) {
      return lost.apply(l);
    }
    if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return unheard.apply((Unheard) this);
  }
}
