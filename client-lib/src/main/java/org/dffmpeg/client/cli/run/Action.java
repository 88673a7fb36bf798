package org.dffmpeg.client.cli.run;

/** A parsed command: what is left to do once its arguments are understood. */
@FunctionalInterface
public interface Action {
  /**
   * Runs the command.
   *
   * @return the exit code of the program
   * @throws CommandFailed with the one line to print, if it cannot be done
   */
  int run(Session session);
}
