package org.dffmpeg.client.cli.command;

import java.time.Duration;
import java.time.ZoneId;
import org.dffmpeg.client.cli.output.JobTables;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.ServiceTables;
import org.dffmpeg.client.cli.output.WorkerTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.StatusView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Coordinators, workers and everybody's jobs at a glance. */
@Command(
    name = "status",
    description = "Shows the coordinators, the workers and everybody's jobs.",
    mixinStandardHelpOptions = true)
final class AdminStatusCommand implements Action {
  @Option(
      names = {"-w", "--window"},
      paramLabel = "SECONDS",
      defaultValue = "3600",
      converter = Seconds.class,
      description = "Also what ended within so long (default: ${DEFAULT-VALUE}).")
  Duration window = Duration.ofHours(1);

  @Override
  public int run(Session session) {
    StatusView status = session.admin().status(window);
    Output output = session.output();
    if (output.json()) {
      output.json(status);
      return ExitCode.OK.code();
    }
    ZoneId zone = session.clock().getZone();
    if (!status.coordinators().isEmpty()) {
      output.table(new ServiceTables(zone).coordinators(status.coordinators()));
      output.line("");
    }
    output.table(new WorkerTables(zone).workers(status.workers()));
    output.line("");
    if (status.queuePaused()) {
      output.note("the queue is paused: nothing is assigned");
    }
    output.table(new JobTables(zone).jobs(status.jobs()));
    return ExitCode.OK.code();
  }
}
