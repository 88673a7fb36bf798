package org.dffmpeg.client.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.dffmpeg.client.cli.command.Root;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.Terminal;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Failures;
import org.dffmpeg.client.cli.run.Session;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Arguments to a command, the command against a session, its outcome to an exit code. Whatever goes
 * wrong is one line on stderr, or one for each problem. Confined to one thread, for one run.
 */
public final class Program {
  private final Root root;
  private final CommandLine commandLine;
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;

  /** A program with this root command, on these outputs. */
  public Program(Root root, PrintStream out, PrintStream err, Terminal terminal) {
    this.root = root;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.commandLine = configured(new CommandLine(root));
  }

  /**
   * Runs the command that the arguments name.
   *
   * @param open makes the session for the outputs, once the arguments are understood
   * @return the exit code of the process
   */
  public int run(List<String> arguments, Function<Output, Session> open) {
    try {
      ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
      if (CommandLine.executeHelpRequest(parsed) != null) {
        return ExitCode.OK.code();
      }
      return act(parsed, open.apply(new Output(out, err, terminal, root.options().json())));
    } catch (ParameterException e) {
      CommandLine command = e.getCommandLine();
      return fail(
          ExitCode.USAGE,
          e.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    } catch (RuntimeException e) {
      return fail(Failures.exitCode(e), Failures.line(e));
    }
  }

  /** Only understands: for tests that look at the command object. */
  public Action parse(String... arguments) {
    return asked(commandLine.parseArgs(arguments));
  }

  private static int act(ParseResult parsed, Session session) {
    try (session) {
      return asked(parsed).run(session);
    }
  }

  private static Action asked(ParseResult parsed) {
    List<CommandLine> chain = parsed.asCommandLineList();
    return (Action) chain.get(chain.size() - 1).getCommand();
  }

  /** Several problems at once are several lines, each complete. */
  private int fail(ExitCode code, String problems) {
    problems.lines().forEach(line -> err.println(commandLine.getCommandName() + ": " + line));
    err.flush();
    return code.code();
  }

  private CommandLine configured(CommandLine line) {
    line.setPosixClusteredShortOptionsAllowed(false);
    line.setUsageHelpWidth(Math.max(80, terminal.columns()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.stdout() ? Ansi.ON : Ansi.OFF));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    CommandLine submit = line.getSubcommands().get("submit");
    if (submit != null) {
      // From the first argument that is not ours, all is ffmpeg's.
      submit.setStopAtPositional(true);
      submit.setUnmatchedOptionsArePositionalParams(true);
    }
    return line;
  }
}
