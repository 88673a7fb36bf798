package org.dffmpeg.client.cli.command;

import java.util.Objects;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives up a worker whose machine is gone. */
@Command(
    name = "lost",
    description = {
      "Says that a worker's machine is gone: its jobs are lost at once, and run again",
      "elsewhere. If it may be alive, stop it first: until it hears of this, its jobs",
      "could run twice at the same time."
    },
    mixinStandardHelpOptions = true)
final class WorkerLostCommand implements Action {
  @Parameters(paramLabel = "ID", converter = Names.OfWorker.class, description = "The worker.")
  private @Nullable WorkerId id;

  @Override
  public int run(Session session) {
    WorkerId worker = Objects.requireNonNull(id, "required");
    session
        .output()
        .confirm(session.admin().lost(worker), worker + " is given up, and so are its jobs");
    return ExitCode.OK.code();
  }
}
