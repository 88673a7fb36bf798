package org.dffmpeg.worker.execution;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Sleeper;

/**
 * Starts processes of this machine: each in a session of its own, so that a Ctrl-C for the worker
 * is not one for its jobs and all that a job starts can be found; and such that the system kills it
 * when the worker dies ({@code setpriv --pdeathsig}). That signal is tied to the <em>thread</em>
 * that starts, so one thread that lives as long as the worker starts all. Thread-safe.
 */
public final class OsProcessStarter implements ProcessStarter {
  private static final File NOTHING = new File("/dev/null");
  private static final Path DEATH_SIGNAL = Path.of("/usr/bin/setpriv");
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  /** Tells the processes of this life of the worker from all others. */
  static final String INCARNATION = "WORKER_INCARNATION";

  private final ExecutorService permanentThread;
  private final String incarnation;
  private final Sleeper sleeper;
  private final Ticker ticker;
  private final List<String> wrapper;

  /**
   * A starter.
   *
   * @param permanentThread one thread that ends with the worker, not before
   * @param incarnation a text for this life of the worker; its processes inherit it
   */
  public OsProcessStarter(
      ExecutorService permanentThread, String incarnation, Sleeper sleeper, Ticker ticker) {
    this.permanentThread = permanentThread;
    this.incarnation = incarnation;
    this.sleeper = sleeper;
    this.ticker = ticker;
    this.wrapper = wrapper();
  }

  /** What becomes of children when the worker is killed, in a sentence. */
  public String fateOfChildren() {
    return bindsChildrenToWorker()
        ? "processes of jobs die with this worker, by " + DEATH_SIGNAL
        : "no "
            + DEATH_SIGNAL
            + " here: should this worker be killed, its processes run on until it is started again";
  }

  private boolean bindsChildrenToWorker() {
    return wrapper.contains(DEATH_SIGNAL.toString());
  }

  @Override
  public RunningProcess start(LocalCommand command) throws IOException {
    Future<Process> process = permanentThread.submit(() -> builder(command).start());
    try {
      return new OsProcess(process.get(), incarnation, sleeper, ticker);
    } catch (ExecutionException e) {
      Throwable refusal = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(refusal.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting " + command, e);
    }
  }

  private ProcessBuilder builder(LocalCommand command) {
    List<String> words = new ArrayList<>(wrapper);
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words).redirectInput(Redirect.from(NOTHING));
    command.workingDirectory().ifPresent(directory -> builder.directory(directory.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("DFFMPEG_"));
    builder.environment().put(INCARNATION, incarnation);
    return builder;
  }

  private static List<String> wrapper() {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(DEATH_SIGNAL)) {
      words.addAll(List.of(DEATH_SIGNAL.toString(), "--pdeathsig", "KILL", "--"));
    }
    if (Files.isExecutable(OWN_SESSION)) {
      words.add(OWN_SESSION.toString());
    }
    return words;
  }
}
