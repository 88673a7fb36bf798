package org.dffmpeg.client.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.path.ArgumentRewriter;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.path.Rewrite;

/** Makes the paths of a command logical (PROTOCOL 17). Immutable. */
public final class CommandMapper {
  private final PathMap paths;

  /** A mapper for these variables of this machine. */
  public CommandMapper(PathMap paths) {
    this.paths = paths;
  }

  /**
   * The command as it would travel.
   *
   * @throws JobRejected if the request is strict and names a path that no variable covers
   */
  public MappedCommand map(JobRequest request) {
    List<Rewrite> arguments =
        request.arguments().stream().map(a -> ArgumentRewriter.toLogical(paths, a)).toList();
    Optional<Rewrite> directory =
        request
            .workingDirectory()
            .map(Path::toAbsolutePath)
            .map(path -> ArgumentRewriter.toLogical(paths, path.toString()));
    MappedCommand command = command(arguments, directory);
    if (request.strictPaths() && !command.unmapped().isEmpty()) {
      throw new JobRejected(
          "no path variable covers " + String.join(", ", command.unmapped()), null);
    }
    return command;
  }

  private static MappedCommand command(List<Rewrite> arguments, Optional<Rewrite> directory) {
    Set<String> variables = new LinkedHashSet<>();
    List<String> unmapped = new ArrayList<>();
    List<String> sent = arguments.stream().map(a -> sent(a, variables, unmapped)).toList();
    // An unmapped working directory means nothing on the worker: it is not sent.
    Optional<String> workingDirectory =
        directory.filter(d -> d instanceof Rewrite.Mapped).map(d -> sent(d, variables, unmapped));
    return new MappedCommand(sent, List.copyOf(variables), workingDirectory, unmapped);
  }

  private static String sent(Rewrite argument, Set<String> variables, List<String> unmapped) {
    return argument.fold(
        mapped -> {
          variables.add(mapped.variable());
          return mapped.text();
        },
        other -> {
          if (other.looksLikePath()) {
            unmapped.add(other.original());
          }
          return other.original();
        },
        Rewrite.Refused::original);
  }
}
