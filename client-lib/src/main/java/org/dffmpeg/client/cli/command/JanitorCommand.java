package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts a sweep that would come by itself a little later. */
@Command(
    name = "janitor",
    description = "Looks for lost workers and jobs now, instead of a little later.",
    mixinStandardHelpOptions = true)
final class JanitorCommand implements Action {
  /** The sweeps of PROTOCOL 5.4, by their wire names. */
  enum Sweep {
    run_all,
    clean_workers,
    clean_jobs
  }

  @Parameters(paramLabel = "SWEEP", description = "One of: ${COMPLETION-CANDIDATES}.")
  @Nullable Sweep sweep;

  @Override
  public int run(Session session) {
    String action = String.valueOf(sweep);
    session.admin().janitor(action);
    session.output().confirm(new JanitorRequest(action), "started " + action);
    return ExitCode.OK.code();
  }
}
