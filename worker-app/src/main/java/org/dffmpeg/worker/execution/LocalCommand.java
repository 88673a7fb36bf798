package org.dffmpeg.worker.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is run on this machine. Immutable.
 *
 * @param words the binary's absolute path and its arguments
 * @param workingDirectory empty for the worker's own
 * @param mapped the arguments that name files of this machine: inputs and outputs
 * @param outputs of ffmpeg, those that name outputs, by their place among the arguments
 */
public record LocalCommand(
    List<String> words,
    Optional<Path> workingDirectory,
    List<Path> mapped,
    Map<Integer, Path> outputs) {

  /** Copies. */
  public LocalCommand {
    words = List.copyOf(words);
    mapped = List.copyOf(mapped);
    outputs = Map.copyOf(outputs);
  }

  /** Without arguments: they may hold secrets (X5). */
  @Override
  public String toString() {
    return words.get(0) + " with " + (words.size() - 1) + " arguments";
  }
}
