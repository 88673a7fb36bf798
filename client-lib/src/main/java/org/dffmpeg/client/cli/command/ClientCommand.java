package org.dffmpeg.client.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The root of {@code dffmpeg-client}. */
@Command(
    name = "dffmpeg-client",
    description = "Submits ffmpeg jobs to a dffmpeg coordinator and watches them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      SubmitCommand.class,
      StatusCommand.class,
      ClientCommand.Job.class,
      ClientCommand.Worker.class
    })
public final class ClientCommand extends Group implements Root {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Override
  public GlobalOptions options() {
    return options;
  }

  /** Commands about one's own jobs. */
  @Command(
      name = "job",
      description = "Lists, shows, follows, moves and ends jobs.",
      mixinStandardHelpOptions = true,
      subcommands = {
        JobListCommand.class,
        JobShowCommand.class,
        JobLogsCommand.class,
        JobCancelCommand.class,
        JobPriorityCommand.class,
        JobAttachCommand.class
      })
  static final class Job extends Group {}

  /** Commands about workers. */
  @Command(
      name = "worker",
      description = "Lists and shows workers.",
      mixinStandardHelpOptions = true,
      subcommands = {WorkerListCommand.class, WorkerShowCommand.class})
  static final class Worker extends Group {}
}
