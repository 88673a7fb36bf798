package org.dffmpeg.worker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. Immutable. */
record CommandLine(Wish wish, @Nullable Path configFile) {

  /** What to do. */
  enum Wish {
    WORK,
    HELP,
    VERSION,
    CAPABILITIES
  }

  /** A command line that means nothing. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static CommandLine parse(String... arguments) throws Wrong {
    Path file = null;
    Wish wish = Wish.WORK;
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      switch (word) {
        case "-h", "--help" -> {
          return new CommandLine(Wish.HELP, null);
        }
        case "--version" -> {
          return new CommandLine(Wish.VERSION, null);
        }
        case "--capabilities" -> wish = Wish.CAPABILITIES;
        case "-c", "--config" -> {
          if (++i == arguments.length) {
            throw new Wrong(word + " needs a file");
          }
          file = Path.of(arguments[i]);
        }
        default -> {
          if (!word.startsWith("--config=")) {
            throw new Wrong("unknown argument '" + word + "'");
          }
          file = Path.of(word.substring("--config=".length()));
        }
      }
    }
    return new CommandLine(wish, file);
  }
}
