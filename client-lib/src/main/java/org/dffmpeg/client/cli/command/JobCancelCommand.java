package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.CommandAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks for the end of a job, and does not wait for it. */
@Command(
    name = "cancel",
    description = "Ends a job; returns before ffmpeg has stopped.",
    mixinStandardHelpOptions = true)
final class JobCancelCommand implements Action {
  @Mixin final JobArgument job = new JobArgument();

  @Override
  public int run(Session session) {
    session.client().cancel(job.id());
    session.output().confirm(CommandAnswer.OK, "canceling " + job.id());
    return ExitCode.OK.code();
  }
}
