package org.dffmpeg.client.cli.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.dffmpeg.client.cli.output.JobTables;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.WorkerTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.WorkerView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Workers and own jobs at a glance. */
@Command(
    name = "status",
    description = "Shows the workers and your jobs.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Action {
  @Option(
      names = {"-w", "--window"},
      paramLabel = "SECONDS",
      defaultValue = "3600",
      converter = Seconds.class,
      description = "Also what ended within so long (default: ${DEFAULT-VALUE}).")
  Duration window = Duration.ofHours(1);

  @Override
  public int run(Session session) {
    List<WorkerView> workers = session.client().workers(window);
    List<JobView> jobs = session.client().jobs(window);
    Output output = session.output();
    if (output.json()) {
      output.line("{\"workers\":" + json(workers) + ",\"jobs\":" + json(jobs) + "}");
      return ExitCode.OK.code();
    }
    ZoneId zone = session.clock().getZone();
    output.table(new WorkerTables(zone).workers(workers));
    output.line("");
    output.table(new JobTables(zone).jobs(jobs));
    return ExitCode.OK.code();
  }

  private static String json(List<?> records) {
    return new String(WireJson.writeList(records), StandardCharsets.UTF_8);
  }
}
