package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A name that only holds commands: alone it explains itself and ends with 1 (PROTOCOL 18). */
abstract class Group implements Action {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public int run(Session session) {
    if (spec != null) {
      spec.commandLine().usage(session.output().err());
    }
    return ExitCode.ERROR.code();
  }
}
