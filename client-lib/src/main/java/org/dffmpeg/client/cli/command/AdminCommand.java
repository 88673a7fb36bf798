package org.dffmpeg.client.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.cli.run.AdminTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of {@code dffmpeg-admin}. */
@Command(
    name = "dffmpeg-admin",
    description = "Manages the identities, workers and jobs of a dffmpeg coordinator.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AdminStatusCommand.class,
      AdminCommand.User.class,
      AdminCommand.Worker.class,
      AdminCommand.Job.class,
      QueueCommand.class,
      JanitorCommand.class,
      AdminCommand.Retention.class,
      AdminCommand.Security.class
    },
    footer = {
      "",
      "Acts as localadmin with the key in the coordinator's data directory, or as the",
      "identity of a client's settings (--config), which must have the role admin."
    })
public final class AdminCommand extends Group implements Root {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = "--coordinator-url",
      paramLabel = "URL",
      split = ",",
      splitSynopsisLabel = ",",
      scope = ScopeType.INHERIT,
      description =
          "Where the coordinator is, or several of one service (default:"
              + " DFFMPEG_COORDINATOR_URL, the settings, port 8000 of this machine).")
  private List<URI> coordinatorUrls = List.of();

  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      scope = ScopeType.INHERIT,
      description =
          "The coordinator's data directory, which holds localadmin.key (default:"
              + " DFFMPEG_DATA_DIR).")
  private @Nullable Path dataDirectory;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      scope = ScopeType.INHERIT,
      description =
          "Certificates to trust for https, instead of Java's (default:"
              + " DFFMPEG_COORDINATOR_CA_FILE, the settings).")
  private @Nullable Path caFile;

  @Override
  public GlobalOptions options() {
    return options;
  }

  /** As whom and towards which coordinator, as far as the command line says it. */
  public AdminTarget target() {
    return new AdminTarget(
        coordinatorUrls,
        Optional.ofNullable(dataDirectory),
        options.config(),
        Optional.ofNullable(caFile));
  }

  /** Commands about identities. */
  @Command(
      name = "user",
      description = "Adds, changes and removes identities and their keys.",
      mixinStandardHelpOptions = true,
      subcommands = {
        UserListCommand.class,
        UserShowCommand.class,
        UserAddCommand.class,
        UserDeleteCommand.class,
        UserRotateKeyCommand.class,
        UserSetScopeCommand.class
      })
  static final class User extends Group {}

  /** Commands about workers. */
  @Command(
      name = "worker",
      description = "Lists, shows, pauses, drains, resumes and gives up workers.",
      mixinStandardHelpOptions = true,
      subcommands = {
        WorkerListCommand.class,
        WorkerShowCommand.class,
        WorkerHoldCommand.Pause.class,
        WorkerHoldCommand.Drain.class,
        WorkerHoldCommand.Resume.class,
        WorkerLostCommand.class
      })
  static final class Worker extends Group {}

  /** Commands about everybody's jobs. */
  @Command(
      name = "job",
      description = "Lists, shows, follows, moves and ends everybody's jobs.",
      mixinStandardHelpOptions = true,
      subcommands = {
        AdminJobListCommand.class,
        JobShowCommand.class,
        JobLogsCommand.class,
        JobCancelCommand.class,
        JobPriorityCommand.class
      })
  static final class Job extends Group {}

  /** Commands about the deletion of what is over. */
  @Command(
      name = "retention",
      description = "Deletes what is over, and shows what was deleted when.",
      mixinStandardHelpOptions = true,
      subcommands = {RetentionRunCommand.class, RetentionStatusCommand.class})
  static final class Retention extends Group {}

  /** Commands about the keys that encrypt keys. */
  @Command(
      name = "security",
      description = "Encrypts stored keys anew, and makes encryption keys.",
      mixinStandardHelpOptions = true,
      subcommands = {ReEncryptCommand.class, GenerateKeyCommand.class})
  static final class Security extends Group {}
}
