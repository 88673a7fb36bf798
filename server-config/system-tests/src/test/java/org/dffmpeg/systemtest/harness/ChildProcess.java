package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A program under test. Dies with this JVM: by {@code setpriv --pdeathsig}, whose signal comes when
 * the starting thread ends, hence one permanent thread for all. It can be interrupted even if this
 * JVM was started in the background, where shells have SIGINT ignored, and so for all that is
 * started from there. Its outputs are files. Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {
  private static final List<String> WRAPPER =
      List.of("env", "--default-signal=INT,HUP,QUIT", "setpriv", "--pdeathsig", "KILL", "--");
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "process-starter");
            thread.setDaemon(true);
            return thread;
          });

  private final Process process;
  private final Path out;
  private final Path err;

  private ChildProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it with an empty stdin. */
  static ChildProcess start(Command command, Path out, Path err) {
    List<String> words = new ArrayList<>(WRAPPER);
    words.addAll(command.words());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(command.directory().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DFFMPEG_"));
    builder.environment().putAll(command.environment());
    try {
      return new ChildProcess(STARTER.submit(builder::start).get(), out, err);
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not start " + command.words(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String out() {
    return text(out);
  }

  public String err() {
    return text(err);
  }

  /** Whatever was printed so far, on both outputs. */
  public String said() {
    return out() + err();
  }

  /** Waits for its end; the shell's exit code, 128+n after signal n. */
  public int await(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + patience + ": " + said());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it has printed that, on either output. */
  public void awaitText(String expected, Duration patience) {
    Awaitility.await()
        .atMost(patience)
        .until(
            () -> {
              boolean alive = isAlive();
              boolean found = said().contains(expected);
              if (!alive && !found) {
                throw new AssertionError(
                    "ended with " + process.exitValue() + " without '" + expected + "': " + said());
              }
              return found;
            });
  }

  /** Sends a signal to the program alone, as a terminal or an init system would. */
  public void signal(String name) {
    Signals.send(name, pid());
  }

  /** SIGKILL for the program and all its descendants at once, as if the power went. */
  public void killTree() {
    List<ProcessHandle> tree = tree().toList();
    tree.forEach(ProcessHandle::destroyForcibly);
    tree.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  /** Itself and its descendants. */
  public Stream<ProcessHandle> tree() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  @Override
  public void close() {
    killTree();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
