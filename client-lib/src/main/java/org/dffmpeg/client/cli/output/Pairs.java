package org.dffmpeg.client.cli.output;

import java.util.List;
import java.util.stream.Stream;

/** Tables of one thing: a row for each key of it. Stateless. */
final class Pairs {
  private Pairs() {}

  static List<Cell> pair(String key, Cell value) {
    return List.of(Cell.of(key, Color.HEADING), value);
  }

  static Table table(Stream<List<Cell>> rows) {
    return Table.withoutHeadings(rows.toList());
  }
}
