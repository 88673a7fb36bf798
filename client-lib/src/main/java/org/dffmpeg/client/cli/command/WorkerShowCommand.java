package org.dffmpeg.client.cli.command;

import java.util.Objects;
import org.dffmpeg.client.cli.output.WorkerTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.WorkerView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One worker. */
@Command(name = "show", description = "Shows one worker.", mixinStandardHelpOptions = true)
final class WorkerShowCommand implements Action {
  @Parameters(paramLabel = "ID", converter = Names.OfWorker.class, description = "The worker.")
  @Nullable WorkerId id;

  @Override
  public int run(Session session) {
    WorkerView worker = session.client().worker(Objects.requireNonNull(id, "required"));
    session.output().show(worker, () -> new WorkerTables(session.clock().getZone()).worker(worker));
    return ExitCode.OK.code();
  }
}
