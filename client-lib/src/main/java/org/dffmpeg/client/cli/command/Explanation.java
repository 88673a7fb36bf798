package org.dffmpeg.client.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.client.cli.output.Cell;
import org.dffmpeg.client.cli.output.Color;
import org.dffmpeg.client.cli.output.Table;

/** What {@code submit --explain} shows: each argument as given and as it would be sent. */
final class Explanation {
  private Explanation() {}

  static Table table(JobRequest request, MappedCommand command) {
    List<List<Cell>> rows = new ArrayList<>();
    IntStream.range(0, command.arguments().size())
        .mapToObj(
            index -> row(request.arguments().get(index), command.arguments().get(index), command))
        .forEach(rows::add);
    request
        .workingDirectory()
        .map(
            directory ->
                List.of(
                    Cell.of(directory),
                    Cell.of(command.workingDirectory().orElse("-")),
                    Cell.of("working directory")))
        .ifPresent(rows::add);
    return new Table(List.of("GIVEN", "SENT", ""), rows);
  }

  private static List<Cell> row(String given, String sent, MappedCommand command) {
    Cell verdict =
        command.unmapped().contains(given)
            ? Cell.of("NOT MAPPED: no path variable covers it", Color.BAD)
            : given.equals(sent) ? Cell.of("") : Cell.of("mapped", Color.GOOD);
    return List.of(Cell.of(given), Cell.of(sent), verdict);
  }
}
