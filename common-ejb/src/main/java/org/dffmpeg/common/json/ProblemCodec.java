package org.dffmpeg.common.json;

import java.util.List;
import java.util.Map;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * PROTOCOL 5.1. Reading takes every shape of {@code detail}; without a {@code code} that we know,
 * the given one is taken.
 */
final class ProblemCodec implements Codec<Problem> {
  private final ProblemCode otherwise;

  ProblemCodec(ProblemCode otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public void write(Problem problem, ObjectWriter out) {
    out.text("detail", problem.detail()).text("code", problem.code().wireName());
  }

  @Override
  public Problem read(ObjectReader in) {
    ProblemCode code =
        in.optional("code", input -> Readers.wordOrNull(input, ProblemCode::ofWireName));
    return new Problem(
        code == null ? otherwise : code, in.required("detail", ProblemCodec::detail, ""));
  }

  private static String detail(Input input) {
    if (input.value() instanceof String text) {
      return text;
    }
    return input.value() instanceof List<?> items && !items.isEmpty()
        ? firstOf(items.get(0))
        : JsonText.excerpt(input.value());
  }

  /** The first item of a 422, as a sentence. */
  private static String firstOf(@Nullable Object item) {
    return item instanceof Map<?, ?> map
        ? JsonText.excerpt(map.get("loc")) + ": " + map.get("msg")
        : JsonText.excerpt(item);
  }
}
