package org.dffmpeg.client.cli;

import java.util.List;
import org.dffmpeg.client.cli.command.ClientCommand;
import org.dffmpeg.client.cli.config.Surroundings;

/** {@code dffmpeg-client}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Surroundings here = Surroundings.ofThisProcess();
    ClientCommand root = new ClientCommand();
    Program program = Programs.onTheConsole(root, here);
    System.exit(
        program.run(
            List.of(arguments),
            output -> LiveSession.ofClient(output, here, root.options().config())));
  }
}
