package org.dffmpeg.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.dffmpeg.client.cli.command.Root;
import org.dffmpeg.client.cli.config.Surroundings;
import org.dffmpeg.client.cli.output.Terminal;

/** Programs on the outputs of this process. */
final class Programs {
  private Programs() {}

  /** A program that writes UTF-8 whatever the locale, as the wire does. */
  static Program onTheConsole(Root root, Surroundings here) {
    Terminal terminal = here.variable(Terminal.VARIABLE).map(Terminal::parse).orElse(Terminal.NONE);
    return new Program(root, utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
