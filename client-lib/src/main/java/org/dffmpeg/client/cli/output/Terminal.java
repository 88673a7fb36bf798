package org.dffmpeg.client.cli.output;

import java.util.List;

/**
 * Which outputs are terminals, and how wide. Java cannot ask for one stream alone, so the launcher
 * does and says it in {@value #VARIABLE}: any of the words {@code stdout} and {@code stderr}, and
 * the number of columns.
 */
public record Terminal(boolean stdout, boolean stderr, int columns) {
  public static final String VARIABLE = "DFFMPEG_TERMINAL";
  public static final Terminal NONE = new Terminal(false, false, 80);

  private static final int NARROWEST = 20;

  /** Reads the launcher's words; what it cannot read counts as not said. */
  public static Terminal parse(String words) {
    List<String> said = List.of(words.strip().split(" +"));
    int columns =
        said.stream()
            .filter(word -> word.matches("[0-9]{1,5}"))
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(NONE.columns);
    return new Terminal(
        said.contains("stdout"), said.contains("stderr"), Math.max(NARROWEST, columns));
  }
}
