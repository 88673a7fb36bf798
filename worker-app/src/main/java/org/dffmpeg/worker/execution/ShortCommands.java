package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs commands that are no jobs and are over soon, such as {@code systemctl} or {@code ffmpeg
 * -version}. Thread-safe.
 */
public final class ShortCommands {
  /** The longest list of ffmpeg has 40 KiB. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final ProcessStarter starter;
  private final Executor threads;

  /**
   * Runs them by this starter.
   *
   * @param threads two at a time are used for each command, one for each of its outputs
   */
  public ShortCommands(ProcessStarter starter, Executor threads) {
    this.starter = starter;
    this.threads = threads;
  }

  /** Runs it to its end; ends it with all that it started if that takes longer. */
  public CommandEnding run(List<String> words, Duration deadline) throws InterruptedException {
    RunningProcess process;
    try {
      process = starter.start(new LocalCommand(words, Optional.empty(), List.of(), Map.of()));
    } catch (IOException e) {
      return new CommandEnding.NotStarted(String.valueOf(e.getMessage()));
    }
    boolean ended = false;
    try {
      CommandEnding ending = ending(process).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      ended = true;
      return ending;
    } catch (TimeoutException e) {
      return new CommandEnding.TimedOut(deadline);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (!ended) {
        process.stop(GRACE);
      }
    }
  }

  private CompletableFuture<CommandEnding> ending(RunningProcess process) {
    CompletableFuture<String> output = read(process.standardOutput());
    CompletableFuture<String> errors = read(process.standardError());
    return process
        .exit()
        .thenCombine(output, (code, text) -> new CommandEnding.Ended(code, text, ""))
        .thenCombine(errors, (e, text) -> new CommandEnding.Ended(e.exitCode(), e.output(), text));
  }

  private CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> beginning(stream), threads);
  }

  /** Reads on to the end, so that nobody waits for room in the pipe. */
  private static String beginning(InputStream stream) {
    try (stream) {
      byte[] bytes = stream.readNBytes(MOST_BYTES);
      stream.transferTo(OutputStream.nullOutputStream());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // it was ended
    }
  }
}
