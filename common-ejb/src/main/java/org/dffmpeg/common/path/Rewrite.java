package org.dffmpeg.common.path;

import java.util.function.Function;

/**
 * What became of one argument. A closed family; {@code original} is the argument as it was given.
 */
public sealed interface Rewrite {

  /** The argument as it was given. */
  String original();

  /**
   * It named a place below a variable's directory, and {@code text} names the same place for the
   * other side.
   */
  record Mapped(String original, String text, String variable) implements Rewrite {}

  /** It names no place below any variable; it travels as it is. */
  record Unmapped(String original, boolean looksLikePath) implements Rewrite {}

  /** It must not be used; {@code reason} is a clause that names the place. */
  record Refused(String original, String reason) implements Rewrite {}

  /** Calls the function of this case. */
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
