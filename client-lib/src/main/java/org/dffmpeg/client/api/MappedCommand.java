package org.dffmpeg.client.api;

import java.util.List;
import java.util.Optional;

/**
 * A command as it travels: paths as {@code $Variable/rest} (PROTOCOL 17). Immutable.
 *
 * @param arguments as sent
 * @param variables the path variables that a worker needs for it, without duplicates
 * @param workingDirectory as sent; empty if it could not be mapped
 * @param unmapped arguments that look like absolute paths but that no variable covers: the worker
 *     will take them as they are
 */
public record MappedCommand(
    List<String> arguments,
    List<String> variables,
    Optional<String> workingDirectory,
    List<String> unmapped) {

  /** Copies. */
  public MappedCommand {
    arguments = List.copyOf(arguments);
    variables = List.copyOf(variables);
    unmapped = List.copyOf(unmapped);
  }
}
