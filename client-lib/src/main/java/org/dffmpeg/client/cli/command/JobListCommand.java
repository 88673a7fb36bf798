package org.dffmpeg.client.cli.command;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.client.cli.output.JobTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.JobView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The caller's jobs, newest first. */
@Command(
    name = "list",
    description = "Lists your jobs, newest first.",
    mixinStandardHelpOptions = true)
final class JobListCommand implements Action {
  @Option(
      names = {"-w", "--window"},
      paramLabel = "SECONDS",
      defaultValue = "3600",
      converter = Seconds.class,
      description = "Also jobs that ended within so long (default: ${DEFAULT-VALUE}).")
  Duration window = Duration.ofHours(1);

  @Override
  public int run(Session session) {
    List<JobView> jobs = session.client().jobs(window);
    session.output().show(jobs, () -> new JobTables(session.clock().getZone()).jobs(jobs));
    return ExitCode.OK.code();
  }
}
