package org.dffmpeg.common.json;

import java.util.List;
import java.util.function.Function;

/**
 * How long the texts of a request may be: what every store keeps, whichever database it stands on
 * (docs/protocol.md "Bounds"). Lists are measured as the JSON text that stores make of them.
 */
final class Bounds {
  /** Names, versions, keys. */
  static final Function<Input, String> NAME = Readers.textUpTo(255);

  /** The same, never empty. */
  static final Function<Input, String> SOME_NAME = Readers.someTextUpTo(255);

  /** Directories and explanations. */
  static final Function<Input, String> LONG_TEXT = Readers.textUpTo(10_000);

  /** Binaries, address ranges. */
  static final Function<Input, List<String>> SHORT_LIST = textsWithin(100_000);

  /** Arguments, path variables. */
  static final Function<Input, List<String>> LONG_LIST = textsWithin(1_000_000);

  private static final int LONGEST_ESCAPE = 6;
  private static final int AROUND_A_TEXT = 3;
  private static final int AROUND_A_LIST = 2;

  private Bounds() {}

  private static Function<Input, List<String>> textsWithin(int most) {
    return input -> {
      List<String> texts = Readers.texts(input);
      return isLonger(texts, most) ? input.refuse(Complaint.listTooLong(most), List.of()) : texts;
    };
  }

  /** Writes the JSON text only where counting cannot tell. */
  private static boolean isLonger(List<String> texts, int most) {
    long characters = texts.stream().mapToLong(String::length).sum();
    long around = AROUND_A_LIST + (long) AROUND_A_TEXT * texts.size();
    return characters + around - 1 > most
        || (characters * LONGEST_ESCAPE + around > most
            && WireJson.writeTexts(texts).length > most);
  }
}
