package org.dffmpeg.client.cli.command;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.client.cli.output.WorkerTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.WorkerView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All workers. */
@Command(name = "list", description = "Lists the workers.", mixinStandardHelpOptions = true)
final class WorkerListCommand implements Action {
  @Option(
      names = {"-w", "--window"},
      paramLabel = "SECONDS",
      defaultValue = "86400",
      converter = Seconds.class,
      description = "Also workers that were seen within so long (default: ${DEFAULT-VALUE}).")
  Duration window = Duration.ofDays(1);

  @Override
  public int run(Session session) {
    List<WorkerView> workers = session.client().workers(window);
    session
        .output()
        .show(workers, () -> new WorkerTables(session.clock().getZone()).workers(workers));
    return ExitCode.OK.code();
  }
}
