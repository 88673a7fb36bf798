package org.dffmpeg.common.path;

import java.util.function.Function;

/**
 * What became of one argument: what was mapped and what was not can be shown. A closed family;
 * {@code original} is the argument as it was given.
 */
public sealed interface Rewrite {

  /** The argument as it was given. */
  String original();

  /** It names a place below a variable's directory; {@code text} names it for the other side. */
  record Mapped(String original, String text, String variable) implements Rewrite {}

  /**
   * It names no place below any variable, and travels as it is.
   *
   * @param looksLikePath whether it is an absolute path all the same (devices apart): then it means
   *     whatever lies there on the other machine, which is worth a warning
   */
  record Unmapped(String original, boolean looksLikePath) implements Rewrite {}

  /** It must not be used; {@code reason} is a clause for people that names argument and place. */
  record Refused(String original, String reason) implements Rewrite {}

  /** Calls the function of this case: a missing case does not compile. */
  default <R> R fold(
      Function<Mapped, R> mapped, Function<Unmapped, R> unmapped, Function<Refused, R> refused) {
    if (this instanceof Mapped m) {
      return mapped.apply(m);
    }
    if (this instanceof Unmapped u) {
      return unmapped.apply(u);
    }
    return refused.apply((Refused) this);
  }
}
