package org.dffmpeg.client.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.client.internal.CommandMapper;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.SubmitJob;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs a command on a worker as if it ran here, or leaves it there with {@code --detach}. */
@Command(
    name = "submit",
    description = {
      "Runs ffmpeg on a worker: prints its output, ends with its exit code.",
      "Options of submit come first; from the first other argument on, all is ffmpeg's."
    },
    mixinStandardHelpOptions = true)
final class SubmitCommand implements Action {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-b", "--binary"},
      paramLabel = "NAME",
      defaultValue = "ffmpeg",
      description = "What to run (default: ${DEFAULT-VALUE}).")
  String binary = "ffmpeg";

  @Option(
      names = {"-D", "--detach"},
      description = "Print the job's id and leave; the job runs on.")
  boolean detach;

  @Option(
      names = "--heartbeat-interval",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How often client and worker say that they live (default: the settings').")
  Duration heartbeatInterval = Duration.ZERO;

  @Mixin QueueOptions queue = new QueueOptions();

  @Option(
      names = "--strict-paths",
      description = "Refuse absolute paths that no path variable covers, instead of warning.")
  boolean strictPaths;

  @Option(
      names = "--explain",
      description = "Show how arguments would be sent, and submit nothing.")
  boolean explain;

  @Parameters(paramLabel = "ARGS", description = "ffmpeg's own arguments.")
  List<String> arguments = List.of();

  @Override
  public int run(Session session) {
    JobRequest request = request(session.workingDirectory());
    CommandMapper mapper = new CommandMapper(PathMap.of(session.settings().paths()));
    if (explain) {
      MappedCommand command = mapper.map(request);
      session.output().show(job(request, command), () -> Explanation.table(request, command));
      return ExitCode.OK.code();
    }
    mapper.map(request).unmapped().forEach(path -> warn(path, session));
    return detach ? leave(request, session) : new Watch(session).submit(request);
  }

  /** The arguments as a value. */
  JobRequest request(Path workingDirectory) {
    refuseMistypedOption();
    return new JobRequest(
        binary,
        arguments,
        Optional.of(workingDirectory),
        !detach,
        strictPaths && !explain,
        heartbeatInterval,
        options());
  }

  private JobOptions options() {
    try {
      return queue.options();
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw spec == null
          ? e
          : new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** What would be posted, without what the client adds when it does. */
  private static SubmitJob job(JobRequest request, MappedCommand command) {
    return new SubmitJob(
        request.binary(),
        command.arguments(),
        command.variables(),
        command.workingDirectory().orElse(null),
        List.of("http_polling"),
        request.monitored(),
        null,
        null,
        request.options());
  }

  private int leave(JobRequest request, Session session) {
    JobHandle handle = session.client().submit(request);
    if (session.output().json()) {
      TakenJob.print(handle, session.output());
    } else {
      session.output().line(handle.id().toString());
    }
    return ExitCode.OK.code();
  }

  private static void warn(String path, Session session) {
    session
        .output()
        .note(
            "warning: "
                + path
                + " is in no directory of paths: in the client's settings; the worker gets it as it is");
  }

  /** ffmpeg has no options with two dashes: one that comes first, without {@code --}, is a slip. */
  private void refuseMistypedOption() {
    if (spec == null || arguments.isEmpty() || !arguments.get(0).startsWith("--")) {
      return;
    }
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    if (!given.contains("--")) {
      throw new ParameterException(
          spec.commandLine(),
          "submit has no option " + arguments.get(0) + " (after --, all is ffmpeg's)");
    }
  }
}
