package org.dffmpeg.coordinator.core;

import java.util.function.Function;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;

/**
 * What a use case answers when there is more than one way to answer: a value, or why not. A refusal
 * has changed nothing. Immutable.
 */
public sealed interface Outcome<T> {

  /** It was done. */
  record Ok<T>(T value) implements Outcome<T> {}

  /** It was not done; {@code detail} is for people, in the words of PROTOCOL where it has some. */
  record Refused<T>(ProblemCode code, String detail) implements Outcome<T> {
    /** The error body of this refusal. */
    public Problem problem() {
      return new Problem(code, detail);
    }
  }

  static <T> Outcome<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Outcome<T> refused(ProblemCode code, String detail) {
    return new Refused<>(code, detail);
  }

  /** The next step, if this one was done. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return fold(next, refused -> refused(refused.code(), refused.detail()));
  }

  /** Calls the function of this case: a missing case does not compile. */
  default <R> R fold(
      Function<? super T, ? extends R> ok, Function<? super Refused<T>, ? extends R> refused) {
    if (this instanceof Ok<T> o) {
      return ok.apply(o.value());
    }
    return refused.apply((Refused<T>) this);
  }
}
