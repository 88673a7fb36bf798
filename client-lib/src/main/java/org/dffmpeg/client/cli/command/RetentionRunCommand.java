package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.RetentionRun;
import picocli.CommandLine.Command;

/** Starts the deletion of what is over, which would come by itself a little later. */
@Command(
    name = "run",
    description = "Starts the deletion of what is over now, instead of a little later.",
    mixinStandardHelpOptions = true)
final class RetentionRunCommand implements Action {
  @Override
  public int run(Session session) {
    RetentionRun run = session.admin().startRetention();
    session.output().confirm(run, "started run " + run.run());
    return ExitCode.OK.code();
  }
}
