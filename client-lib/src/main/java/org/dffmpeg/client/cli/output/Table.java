package org.dffmpeg.client.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, as aligned text. Immutable. */
public record Table(List<String> headings, List<List<Cell>> rows) {
  private static final String GAP = "  ";

  public Table {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != headings.size()) {
        throw new IllegalArgumentException("row of " + row.size() + " under " + headings);
      }
    }
  }

  /** Rows of two columns that explain themselves: a name and its value. */
  public static Table withoutHeadings(List<List<Cell>> rows) {
    return new Table(List.of("", ""), rows);
  }

  /** Lines without line ends; nothing but headings gives none at all if they are blank. */
  public List<String> lines(boolean colored) {
    List<List<Cell>> all = new ArrayList<>();
    if (!headings.stream().allMatch(String::isEmpty)) {
      all.add(headings.stream().map(heading -> Cell.of(heading, Color.HEADING)).toList());
    }
    all.addAll(rows);
    int[] widths = widths(all);
    return all.stream().map(row -> line(row, widths, colored)).toList();
  }

  private int[] widths(List<List<Cell>> all) {
    return IntStream.range(0, headings.size())
        .map(
            column -> all.stream().mapToInt(row -> row.get(column).text().length()).max().orElse(0))
        .toArray();
  }

  private static String line(List<Cell> row, int[] widths, boolean colored) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column ->
                field(row.get(column), column == row.size() - 1 ? 0 : widths[column], colored))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String field(Cell cell, int width, boolean colored) {
    String padding = " ".repeat(Math.max(0, width - cell.text().length()));
    return (colored ? cell.color().paint(cell.text()) : cell.text()) + padding;
  }
}
