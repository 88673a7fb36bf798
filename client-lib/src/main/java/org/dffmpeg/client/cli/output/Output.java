package org.dffmpeg.client.cli.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.dffmpeg.common.json.WireJson;

/**
 * The two outputs of a command: data on stdout, everything else on stderr. As thread-safe as its
 * streams.
 */
public final class Output {
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;
  private final boolean json;

  public Output(PrintStream out, PrintStream err, Terminal terminal, boolean json) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.json = json;
  }

  /** Whether stdout is for programs. */
  public boolean json() {
    return json;
  }

  public Terminal terminal() {
    return terminal;
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** A wire record for programs, a table for people. */
  public void show(Object wireRecord, Supplier<Table> table) {
    if (json) {
      json(wireRecord);
    } else {
      table(table.get());
    }
  }

  /** Wire records for programs, a table for people. */
  public void show(List<?> wireRecords, Supplier<Table> table) {
    if (json) {
      line(text(WireJson.writeList(wireRecords)));
    } else {
      table(table.get());
    }
  }

  /** That something was done: a wire record for programs, a sentence for people. */
  public void confirm(Object wireRecord, String sentence) {
    if (json) {
      json(wireRecord);
    } else {
      line(sentence);
    }
  }

  /** One line with the JSON of a wire record. */
  public void json(Object wireRecord) {
    line(text(WireJson.write(wireRecord)));
  }

  public void table(Table table) {
    table.lines(terminal.stdout()).forEach(out::println);
    out.flush();
  }

  /** One line of data. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** One line that is not data: a hint, a warning, an error. */
  public void note(String text) {
    err.println(text);
    err.flush();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
