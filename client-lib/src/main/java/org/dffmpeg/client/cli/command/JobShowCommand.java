package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.output.JobTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.JobView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One job in full. */
@Command(name = "show", description = "Shows one job.", mixinStandardHelpOptions = true)
final class JobShowCommand implements Action {
  @Mixin final JobArgument job = new JobArgument();

  @Override
  public int run(Session session) {
    JobView view = session.client().status(job.id());
    session.output().show(view, () -> new JobTables(session.clock().getZone()).job(view));
    return ExitCode.OK.code();
  }
}
