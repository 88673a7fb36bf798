package org.dffmpeg.coordinator.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.coordinator.config.HandOver;

/**
 * The program {@code dffmpeg-coordinator}: one coordinator in the foreground. Exit codes: 0 after a
 * signal, 1 if it cannot run, 2 for a wrong command line, 143 if it had to be stopped by force.
 */
public final class Launcher {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** Deployment is over when the server's main returns; the listener opens a moment later. */
  private static final int TRIES = 200;

  private final Terminal terminal;
  private final Shutdown shutdown;
  private final Installation installation;

  private Launcher(Terminal terminal, Shutdown shutdown, Installation installation) {
    this.terminal = terminal;
    this.shutdown = shutdown;
    this.installation = installation;
  }

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.takeOver();
    Shutdown shutdown = new Shutdown(System::exit, Runtime.getRuntime()::halt);
    new Launcher(terminal, shutdown, Installation.here()).run(CommandLine.parse(arguments));
  }

  private void run(CommandLine commandLine) {
    commandLine
        .<Runnable>fold(
            start -> () -> start(start),
            help -> () -> sayAndEnd(CommandLine.USAGE.strip()),
            version -> () -> sayAndEnd("dffmpeg-coordinator " + installation.version()),
            mistake -> () -> complainAndEnd(mistake.message() + " (see --help)", USAGE))
        .run();
  }

  private void start(CommandLine.Start options) {
    if (options.dev()) {
      terminal.complain("--dev does nothing: there is no development mode");
    }
    try {
      LaunchSettings settings = LaunchSettings.read(options);
      DataDirectoryLock.take(settings.dataDirectory());
      settings.address().requireFree();
      Signals.onEnd(shutdown::onSignal);
      String ready = startServer(settings);
      terminal.showOthers();
      terminal.say(ready);
    } catch (LaunchFailure | ConfigurationException e) {
      complainAndEnd(String.valueOf(e.getMessage()), FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the coordinator answers. */
  private String startServer(LaunchSettings settings) throws InterruptedException {
    ServerJar server = new ServerJar(installation.serverJar());
    ServerDirectory directory =
        ServerDirectory.prepare(
            settings.dataDirectory().resolve("server"), server.file(), settings.plan());
    directory.requireRoom(server.file(), installation.war());
    settings
        .keystore()
        .ifPresent(keys -> keys.forServer().systemProperties().forEach(System::setProperty));
    System.setProperty(ServerPlan.STRICT_HEADERS, "false");
    System.setProperty(
        ServerPlan.BATCH_REPOSITORY, settings.dataDirectory().resolve("batch").toString());
    server.start(directory.options(installation.war()));
    Readiness readiness =
        new Readiness(
            settings.address().url().resolve("health"),
            settings.keystore().map(Keystore::trustingItself),
            pause -> new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS));
    if (HandOver.startupFailure().isEmpty() && readiness.await(TRIES)) {
      return "dffmpeg coordinator ready at " + settings.address().url();
    }
    String reason =
        HandOver.startupFailure()
            .orElseGet(
                () -> {
                  terminal.showOthers();
                  return "the coordinator could not be deployed; the server's log above says why";
                });
    throw new LaunchFailure(reason);
  }

  private void sayAndEnd(String text) {
    terminal.say(text);
    shutdown.stop(0);
  }

  private void complainAndEnd(String line, int code) {
    terminal.dropOthers();
    line.lines().forEach(terminal::complain);
    shutdown.stop(code);
  }
}
