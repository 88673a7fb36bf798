package org.dffmpeg.systemtest.harness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.systemtest.wire.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The machines of one test class: register it as a static extension. Everything started through it
 * is killed after the class; its directory, with every program's output, stays only if a test
 * failed. Thread-safe.
 */
public final class Lab
    implements BeforeAllCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AutoCloseable {
  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Thread atExit = new Thread(this::closeAll);
  private @Nullable Workspace workspace;
  private volatile boolean failed;
  private String javaOptions = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** For programs that are no tests. */
  public static Lab opened(String name) {
    Lab lab = new Lab();
    lab.open(name);
    return lab;
  }

  /** Other options for coordinators than those for a quick start at a cost in peak speed. */
  public Lab withJavaOptions(String options) {
    javaOptions = options;
    return this;
  }

  String javaOptions() {
    return javaOptions;
  }

  private void open(String name) {
    workspace = Workspace.create(name);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  public Workspace workspace() {
    if (workspace == null) {
      throw new IllegalStateException("the lab is not open");
    }
    return workspace;
  }

  /** Starts a coordinator with default settings and returns when it answers. */
  public Coordinator coordinator(Database database) {
    return coordinator(database, "");
  }

  /**
   * Starts a coordinator and returns when it answers.
   *
   * @param moreYaml further settings, each line ended
   */
  public Coordinator coordinator(Database database, String moreYaml) {
    Path home = workspace().directory("coordinator" + count.incrementAndGet());
    return Coordinator.start(this, home, home.resolve("data"), database, moreYaml);
  }

  /**
   * Starts another coordinator on the database and with the keys of that one, and returns when it
   * answers.
   *
   * @param ahead of the real time its clock is; the time that only goes on is nobody's to change
   * @param moreYaml further settings, each line ended
   */
  public Coordinator coordinatorBeside(Coordinator first, Duration ahead, String moreYaml) {
    Path home = workspace().directory("coordinator" + count.incrementAndGet());
    return Coordinator.startBeside(this, home, first, ahead, moreYaml);
  }

  /** As {@link #coordinator(Database)}, with its data in that directory, made if absent. */
  public Coordinator coordinatorIn(Path dataDirectory, Database database) {
    Path home = workspace().directory("coordinator" + count.incrementAndGet());
    return Coordinator.start(this, home, dataDirectory, database, "");
  }

  /** Starts a worker and returns when the coordinator calls it online. */
  public Worker worker(URI coordinator, Credentials identity, WorkerSetup setup) {
    return worker(List.of(coordinator), identity, setup);
  }

  /**
   * As {@link #worker(URI, Credentials, WorkerSetup)}, where any of several coordinators will do.
   */
  public Worker worker(List<URI> coordinators, Credentials identity, WorkerSetup setup) {
    return Worker.start(this, coordinators, identity, setup);
  }

  /** The command line client of that identity; starts nothing yet. */
  public Cli cli(URI coordinator, Credentials identity, String moreYaml) {
    return cli(identity, Yaml.peer(List.of(coordinator), identity, "") + moreYaml);
  }

  /** As {@link #cli(URI, Credentials, String)} without more, where any of several will do. */
  public Cli cli(List<URI> coordinators, Credentials identity) {
    return cli(identity, Yaml.peer(coordinators, identity, ""));
  }

  /** As {@link #cli(URI, Credentials, String)} without more, over https. */
  public Cli cliTrusting(Path certificate, URI coordinator, Credentials identity) {
    return cli(identity, Yaml.peer(List.of(coordinator), identity, Yaml.trust(certificate)));
  }

  private Cli cli(Credentials identity, String yaml) {
    return new Cli(this, workspace().file(identity + "/client.yaml", yaml));
  }

  /** Starts any program; its outputs are files named after it. */
  public ChildProcess start(String name, Command command) {
    Logs logs = logs();
    int number = count.incrementAndGet();
    return closeLater(
        ChildProcess.start(
            command, logs.file(number, name, "out"), logs.file(number, name, "err")));
  }

  /** Closed after the class, last first. */
  public <T extends AutoCloseable> T closeLater(T resource) {
    open.push(resource);
    return resource;
  }

  private Logs logs() {
    return new Logs(workspace().directory("logs"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open(context.getRequiredTestClass().getSimpleName());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable cause)
      throws Throwable {
    failed = true;
    throw cause;
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable cause)
      throws Throwable {
    failed = true;
    throw cause;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    closeAll();
    Runtime.getRuntime().removeShutdownHook(atExit);
    if (failed) {
      logs().tails().forEach(System.err::println);
      System.err.println("kept " + workspace().root());
    } else {
      workspace().delete();
    }
  }

  private void closeAll() {
    for (AutoCloseable next = open.poll(); next != null; next = open.poll()) {
      try {
        next.close();
      } catch (Exception e) {
        System.err.println("could not close " + next + ": " + e);
      }
    }
  }
}
