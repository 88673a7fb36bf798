package org.dffmpeg.client.cli.output;

import java.util.List;
import java.util.stream.Collectors;

/** Arguments as a POSIX shell would have to be given them. */
public final class ShellWords {
  private ShellWords() {}

  /** One line that a shell would split into these arguments again. */
  public static String join(List<String> arguments) {
    return arguments.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
