package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.CommandAnswer;
import picocli.CommandLine.Command;

/** Commands about the queue as a whole. */
@Command(
    name = "queue",
    description = "Stops and resumes the assignment of jobs.",
    mixinStandardHelpOptions = true,
    subcommands = {QueueCommand.Pause.class, QueueCommand.Resume.class})
final class QueueCommand extends Group {

  /** Stops the assignment. */
  @Command(
      name = "pause",
      description =
          "Assigns no more jobs, until resumed; they are taken and wait, what runs goes on.",
      mixinStandardHelpOptions = true)
  static final class Pause implements Action {
    @Override
    public int run(Session session) {
      return told(session, session.admin().pauseQueue(), "paused the queue");
    }
  }

  /** Lets jobs be assigned again. */
  @Command(name = "resume", description = "Assigns jobs again.", mixinStandardHelpOptions = true)
  static final class Resume implements Action {
    @Override
    public int run(Session session) {
      return told(session, session.admin().resumeQueue(), "resumed the queue");
    }
  }

  private static int told(Session session, CommandAnswer answer, String done) {
    String detail = answer.detail();
    session.output().confirm(answer, detail == null ? done : detail);
    return ExitCode.OK.code();
  }
}
