package org.dffmpeg.client.cli.command;

import java.util.Objects;
import java.util.Optional;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.WorkerView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps new jobs from a worker, or lets it have some again. */
abstract class WorkerHoldCommand implements Action {
  @Parameters(paramLabel = "ID", converter = Names.OfWorker.class, description = "The worker.")
  @Nullable WorkerId id;

  private final Optional<WorkerHold> hold;

  private WorkerHoldCommand(Optional<WorkerHold> hold) {
    this.hold = hold;
  }

  @Override
  public int run(Session session) {
    WorkerId worker = Objects.requireNonNull(id, "required");
    WorkerView view = session.admin().hold(worker, hold);
    String now = hold.map(WorkerHold::wireName).orElse("resumed");
    session
        .output()
        .confirm(view, worker + " is " + now + ", slots in use: " + view.slotsUsed().text());
    return ExitCode.OK.code();
  }

  /** For a while. */
  @Command(
      name = "pause",
      description = "Gives a worker no more jobs until it is resumed; what it has goes on.",
      mixinStandardHelpOptions = true)
  static final class Pause extends WorkerHoldCommand {
    Pause() {
      super(Optional.of(WorkerHold.PAUSED));
    }
  }

  /** To take it away. */
  @Command(
      name = "drain",
      description = "The same, to take it away when its jobs have ended; 'worker show' tells.",
      mixinStandardHelpOptions = true)
  static final class Drain extends WorkerHoldCommand {
    Drain() {
      super(Optional.of(WorkerHold.DRAINING));
    }
  }

  /** The end of both. */
  @Command(
      name = "resume",
      description = "Lets a paused or draining worker have jobs again.",
      mixinStandardHelpOptions = true)
  static final class Resume extends WorkerHoldCommand {
    Resume() {
      super(Optional.empty());
    }
  }
}
