package org.dffmpeg.client.cli;

import java.util.List;
import org.dffmpeg.client.cli.command.AdminCommand;
import org.dffmpeg.client.cli.config.Surroundings;

/** {@code dffmpeg-admin}. */
public final class AdminMain {
  private AdminMain() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Surroundings here = Surroundings.ofThisProcess();
    AdminCommand root = new AdminCommand();
    Program program = Programs.onTheConsole(root, here);
    System.exit(
        program.run(
            List.of(arguments), output -> LiveSession.ofAdmin(output, here, root.target())));
  }
}
