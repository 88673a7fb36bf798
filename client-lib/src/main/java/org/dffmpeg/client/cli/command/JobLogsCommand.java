package org.dffmpeg.client.cli.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.CommandFailed;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kept output of a job; with {@code --follow} until the job has ended. */
@Command(
    name = "logs",
    description = "Prints a job's output: its stdout to stdout, its stderr to stderr.",
    mixinStandardHelpOptions = true)
final class JobLogsCommand implements Action {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Mixin final JobArgument job = new JobArgument();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the job has ended.")
  boolean follow;

  @Override
  public int run(Session session) {
    Optional<MessageId> cursor = Optional.empty();
    boolean last;
    do {
      // Asked before reading: what is written after this question is read in the next round.
      last = !follow || session.client().status(job.id()).status().isTerminal();
      cursor = printFrom(cursor, session);
    } while (!last && session.pause(PAUSE));
    return ExitCode.OK.code();
  }

  private Optional<MessageId> printFrom(Optional<MessageId> cursor, Session session) {
    Optional<MessageId> next = cursor;
    while (true) {
      LogPage page = session.client().logs(job.id(), next);
      page.logs().forEach(entry -> print(entry, session.output()));
      if (page.lastMessageId() == null) {
        return next;
      }
      next = Optional.of(page.lastMessageId());
    }
  }

  private static void print(LogEntry entry, Output output) {
    if (output.json()) {
      output.json(entry);
    } else {
      PrintStream stream = entry.stream() == LogStream.STDOUT ? output.out() : output.err();
      stream.println(entry.content());
      stream.flush();
    }
    if (output.out().checkError()) {
      throw new CommandFailed(ExitCode.READER_GONE, "");
    }
  }
}
