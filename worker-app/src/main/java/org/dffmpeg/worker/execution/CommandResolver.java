package org.dffmpeg.worker.execution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dffmpeg.common.path.ArgumentRewriter;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.path.Rewrite;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.jspecify.annotations.Nullable;

/** From a request with path variables to a command of this machine (PROTOCOL 17). Immutable. */
public final class CommandResolver {
  private static final String FFMPEG = "ffmpeg";

  private final Map<String, Path> binaries;
  private final PathMap paths;

  /** A resolver for what this machine has. */
  public CommandResolver(Map<String, Path> binaries, PathMap paths) {
    this.binaries = Map.copyOf(binaries);
    this.paths = paths;
  }

  /**
   * The command.
   *
   * @throws CannotRun naming what is missing here, or leads out of its variable's directory
   */
  public LocalCommand resolve(JobRequest request) throws CannotRun {
    Set<String> allowed = Set.copyOf(request.paths());
    for (String variable : request.paths()) {
      if (paths.directory(variable).isEmpty()) {
        throw new CannotRun("this worker has no path variable $" + variable);
      }
    }
    List<String> words = new ArrayList<>();
    Map<Integer, Path> mapped = new TreeMap<>();
    words.add(binary(request.binaryName()).toString());
    for (String argument : request.arguments()) {
      Rewrite rewrite = ArgumentRewriter.toLocal(paths, allowed, argument);
      if (rewrite instanceof Rewrite.Mapped m) {
        mapped.put(words.size() - 1, pathOf(m.text()));
      }
      words.add(text(rewrite));
    }
    return new LocalCommand(
        words,
        directory(request.workingDirectory(), allowed),
        List.copyOf(mapped.values()),
        outputs(request, mapped));
  }

  /** Of other programs nobody knows which they are. */
  private static Map<Integer, Path> outputs(JobRequest request, Map<Integer, Path> mapped) {
    Map<Integer, Path> outputs = new HashMap<>(mapped);
    outputs
        .keySet()
        .removeIf(
            place ->
                !request.binaryName().equals(FFMPEG)
                    || !OutputArguments.isOutput(request.arguments(), place));
    return outputs;
  }

  private Path binary(String name) throws CannotRun {
    Path binary = binaries.get(name);
    if (binary == null) {
      throw new CannotRun("this worker has no binary '" + name + "'");
    }
    Optional<String> problem = ProgramFile.problemOf(binary);
    if (problem.isPresent()) {
      throw new CannotRun(
          "the worker's " + name + " cannot be run: " + binary + " " + problem.get());
    }
    return binary;
  }

  private Optional<Path> directory(@Nullable String asked, Set<String> allowed) throws CannotRun {
    if (asked == null) {
      return Optional.empty();
    }
    Rewrite rewrite = ArgumentRewriter.toLocal(paths, allowed, asked);
    if (rewrite instanceof Rewrite.Unmapped) {
      return Optional.empty();
    }
    Path directory = pathOf(text(rewrite));
    if (!Files.isDirectory(directory)) {
      throw new CannotRun("the working directory '" + asked + "' is no directory here");
    }
    return Optional.of(directory);
  }

  private static String text(Rewrite rewrite) throws CannotRun {
    if (rewrite instanceof Rewrite.Refused refused) {
      throw new CannotRun(refused.reason());
    }
    return rewrite.fold(
        Rewrite.Mapped::text, Rewrite.Unmapped::original, Rewrite.Refused::original);
  }

  private static Path pathOf(String text) {
    return Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text);
  }
}
