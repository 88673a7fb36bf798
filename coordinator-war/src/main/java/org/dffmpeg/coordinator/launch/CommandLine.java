package org.dffmpeg.coordinator.launch;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the command line asks for (PROTOCOL 18). A closed family of immutable values. */
sealed interface CommandLine {
  String USAGE =
      """
      Usage: dffmpeg-coordinator [-c|--config FILE] [--host ADDRESS] [--port N] [--data-dir DIR]
             dffmpeg-coordinator --help | --version
      Runs the coordinator in the foreground. Options win over the environment, and that over the file.
        -c, --config FILE   settings (default: DFFMPEG_COORDINATOR_CONFIG, then the search order of the manual)
            --host ADDRESS  address to listen on
            --port N        port to listen on
            --data-dir DIR  directory of the database, the keys and the server's working files
            --dev           nothing: there is no such mode; accepted for the sake of old scripts
      """;

  /**
   * Start the coordinator; what is empty comes from environment and file.
   *
   * @param dev whether a development mode is asked for, which there is not
   */
  record Start(
      Optional<Path> config,
      Optional<String> host,
      Optional<Integer> port,
      Optional<Path> dataDir,
      boolean dev)
      implements CommandLine {}

  record Help() implements CommandLine {}

  record Version() implements CommandLine {}

  /** The user meant something else; {@code message} says what is wrong. */
  record Mistake(String message) implements CommandLine {}

  /** Reads the arguments; a wrong one becomes a {@link Mistake}, never an exception. */
  static CommandLine parse(String... arguments) {
    try {
      return new Reader(List.of(arguments).iterator()).read();
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return new Mistake(String.valueOf(e.getMessage()));
    }
  }

  default <R> R fold(
      Function<Start, R> start,
      Function<Help, R> help,
      Function<Version, R> version,
      Function<Mistake, R> mistake) {
    if (this instanceof Start s) {
      return start.apply(s);
    }
    if (this instanceof Help h) {
      return help.apply(h);
    }
    if (this instanceof Version v) {
      return version.apply(v);
    }
    return mistake.apply((Mistake) this);
  }

  /** One pass over the arguments. Confined to {@link #parse}. */
  final class Reader {
    private final Iterator<String> rest;
    private @Nullable Path config;
    private @Nullable String host;
    private @Nullable Integer port;
    private @Nullable Path dataDir;
    private boolean dev;

    private Reader(Iterator<String> rest) {
      this.rest = rest;
    }

    private CommandLine read() {
      while (rest.hasNext()) {
        String option = rest.next();
        switch (option) {
          case "-h", "--help" -> {
            return new Help();
          }
          case "--version" -> {
            return new Version();
          }
          case "-c", "--config" -> config = Path.of(valueOf(option));
          case "--host" -> host = valueOf(option);
          case "--port" -> port = portIn(valueOf(option));
          case "--data-dir" -> dataDir = Path.of(valueOf(option));
          case "--dev" -> dev = true;
          default -> throw new IllegalArgumentException("unknown option " + option);
        }
      }
      return new Start(
          Optional.ofNullable(config),
          Optional.ofNullable(host),
          Optional.ofNullable(port),
          Optional.ofNullable(dataDir),
          dev);
    }

    private String valueOf(String option) {
      if (!rest.hasNext()) {
        throw new NoSuchElementException(option + " needs a value");
      }
      return rest.next();
    }

    private static int portIn(String text) {
      if (!text.matches("[0-9]{1,5}")
          || Integer.parseInt(text) < 1
          || Integer.parseInt(text) > 65535) {
        throw new IllegalArgumentException("--port needs a number from 1 to 65535, not " + text);
      }
      return Integer.parseInt(text);
    }
  }
}
