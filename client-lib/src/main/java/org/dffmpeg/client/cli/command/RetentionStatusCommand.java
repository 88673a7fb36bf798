package org.dffmpeg.client.cli.command;

import java.time.ZoneId;
import java.util.List;
import org.dffmpeg.client.cli.output.ServiceTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.RetentionRun;
import picocli.CommandLine.Command;

/** The latest runs of the deletion of what is over. */
@Command(
    name = "status",
    description = "Shows the latest runs on this coordinator, and of how many jobs and workers.",
    mixinStandardHelpOptions = true)
final class RetentionStatusCommand implements Action {
  @Override
  public int run(Session session) {
    List<RetentionRun> runs = session.admin().retentionRuns();
    ZoneId zone = session.clock().getZone();
    session.output().show(runs, () -> new ServiceTables(zone).retentionRuns(runs));
    return ExitCode.OK.code();
  }
}
