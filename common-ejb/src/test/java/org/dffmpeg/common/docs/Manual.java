package org.dffmpeg.common.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The pages of {@code docs/}. */
final class Manual {
  private static final Path DOCS = Path.of("..", "docs");

  private Manual() {}

  static String page(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("manual page " + name, e);
    }
  }

  /** The text between {@code <!-- begin:name -->} and {@code <!-- end:name -->}. */
  static String part(String page, String name) {
    String text = page(page);
    String begin = "<!-- begin:" + name + " -->\n";
    int start = text.indexOf(begin);
    int end = text.indexOf("<!-- end:" + name + " -->");
    if (start < 0 || end < start) {
      throw new IllegalStateException(page + " has no part " + name);
    }
    return text.substring(start + begin.length(), end);
  }

  /** The cells of each row of the table in that part, without its head. */
  static List<List<String>> table(String page, String name) {
    return part(page, name)
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(Manual::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    return Pattern.compile("(?<!\\\\)\\|")
        .splitAsStream(row.substring(1, row.length() - 1))
        .map(String::strip)
        .toList();
  }
}
