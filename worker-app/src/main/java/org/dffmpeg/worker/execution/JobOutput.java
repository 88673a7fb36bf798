package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.worker.logship.Line;
import org.dffmpeg.worker.logship.LogBuffer;
import org.dffmpeg.worker.logship.LogShipper;
import org.dffmpeg.worker.logship.OutputPump;
import org.dffmpeg.worker.logship.Pulse;
import org.dffmpeg.worker.spool.Delivery;

/**
 * Both outputs of one process on their way to the coordinator: two threads that drain them, one
 * that spools and uploads. Thread-safe.
 */
final class JobOutput {
  private static final System.Logger LOG = System.getLogger(JobOutput.class.getName());
  private static final int BUFFERED_BYTES = 8 * 1024 * 1024;

  /** How long an output may stay open after its process has ended: something else holds it. */
  private static final Duration LEFT_OPEN = Duration.ofSeconds(1);

  /** How long something else may go on talking into it. */
  private static final Duration LEFT_TALKING = Duration.ofSeconds(5);

  /** Longer than a full buffer holds up what the process itself still said. */
  private static final Duration HELD_UP = LogBuffer.PATIENCE.multipliedBy(2);

  private final RunningProcess process;
  private final Pulse pulse;
  private final LogBuffer buffer;
  private final JobTools tools;
  private final Complaints complaints = new Complaints();
  private final CompletableFuture<Void> drained;
  private final CompletableFuture<Void> shipped;

  /**
   * Begins to drain and upload.
   *
   * @param unwanted whether nobody wants the lines any more
   * @param lost hears that the job is not ours any more
   */
  JobOutput(
      RunningProcess process,
      Delivery delivery,
      JobTools tools,
      BooleanSupplier unwanted,
      Consumer<String> lost) {
    this.process = process;
    this.tools = tools;
    this.pulse = new Pulse(tools.ticker());
    this.buffer = new LogBuffer(BUFFERED_BYTES, tools.batchSize(), tools.ticker());
    this.drained =
        CompletableFuture.allOf(
            run(pump(process.standardOutput(), LogStream.STDOUT)),
            run(pump(process.standardError(), LogStream.STDERR)));
    this.shipped =
        run(new LogShipper(buffer, delivery, unwanted, lost, tools.ticker(), tools.random()));
  }

  /** What the process complained of. */
  Complaints complaints() {
    return complaints;
  }

  /** For how long the process has said nothing. */
  Duration silence() {
    return pulse.silence();
  }

  /**
   * After the end of the process: waits until everything it said is in the spool, or given up. What
   * it left behind is ended.
   *
   * @param hurried whether what it left behind must be ended now
   */
  void finish(BooleanSupplier hurried) throws InterruptedException {
    boolean drained = isDrained(hurried);
    if (!drained) {
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              "process " + process.pid() + " left others behind that hold its output; ending them");
    }
    if (!drained || hasFailed()) {
      process.stop(LEFT_OPEN);
    }
    if (!drained && !isDrained(() -> false)) {
      close(process.standardOutput());
      close(process.standardError());
    }
    buffer.close();
    ended(shipped, Duration.ofDays(1000));
  }

  /** Who was killed could not end what it had started. */
  private boolean hasFailed() {
    return process.exit().getNow(0) != 0;
  }

  /** Waits while it is not, as long as there is something to wait for. */
  private boolean isDrained(BooleanSupplier hurried) throws InterruptedException {
    Duration start = tools.ticker().now();
    boolean done = ended(drained, LEFT_OPEN);
    while (!done
        && !hurried.getAsBoolean()
        && silence().compareTo(LEFT_OPEN) < 0
        && tools.ticker().since(start).compareTo(patience()) < 0) {
      done = ended(drained, LEFT_OPEN);
    }
    return done;
  }

  /** What is held up on its way is no output that something else holds open. */
  private Duration patience() {
    return pulse.isHeldUp() ? HELD_UP : LEFT_TALKING;
  }

  private OutputPump pump(InputStream output, LogStream stream) {
    return new OutputPump(output, pulse, tools.ticker(), text -> add(stream, text));
  }

  private void add(LogStream stream, String text) {
    if (stream == LogStream.STDERR) {
      complaints.hear(text);
    }
    buffer.add(
        new Line(
            tools.ids().logId(),
            stream,
            text,
            tools.clock().instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private CompletableFuture<Void> run(Runnable task) {
    return CompletableFuture.runAsync(task, tools.threads());
  }

  private static boolean ended(CompletableFuture<Void> task, Duration most)
      throws InterruptedException {
    try {
      task.get(most.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.ERROR, "output of a job was not handled to its end", e);
    }
    return true;
  }

  /** A reader that hangs in the stream may hold its lock: closing must not hang with it. */
  private void close(InputStream stream) {
    tools
        .threads()
        .execute(
            () -> {
              try {
                stream.close();
              } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, () -> "closing an output: " + e);
              }
            });
  }
}
