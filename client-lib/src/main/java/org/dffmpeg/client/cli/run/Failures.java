package org.dffmpeg.client.cli.run;

import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.common.config.ConfigurationException;

/** What a failure means for the exit code, and the one line that says it. Pure. */
public final class Failures {
  private Failures() {}

  /** The exit code for what was thrown. */
  public static ExitCode exitCode(RuntimeException failure) {
    if (failure instanceof CommandFailed failed) {
      return failed.exitCode();
    }
    if (failure instanceof NotFound) {
      return ExitCode.NOT_FOUND;
    }
    if (failure instanceof NotAuthorized || failure instanceof JobRejected) {
      return ExitCode.REFUSED;
    }
    return ExitCode.ERROR;
  }

  /**
   * The line for people. What was not foreseen is named with its type, so that it can be reported.
   */
  public static String line(RuntimeException failure) {
    boolean foreseen =
        failure instanceof CommandFailed
            || failure instanceof ClientException
            || failure instanceof ConfigurationException
            || failure instanceof IllegalArgumentException;
    String message = String.valueOf(failure.getMessage());
    return foreseen ? message : "unexpected " + failure.getClass().getSimpleName() + ": " + message;
  }
}
