package org.dffmpeg.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.worker.config.LogFormat;
import org.dffmpeg.worker.config.WorkerSettings;
import org.dffmpeg.worker.config.WorkerSettingsReader;
import org.dffmpeg.worker.lifecycle.Signals;
import org.dffmpeg.worker.lifecycle.WorkerLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The worker as a program. Exit codes: 0 stopped in order, 1 cannot start, 2 wrong command line.
 * Errors are one line each on standard error.
 */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());
  private static final String USAGE =
      """
      Usage: dffmpeg-worker [-c FILE] [--capabilities]
      Runs ffmpeg jobs that a coordinator hands to this machine.

        -c, --config FILE  settings; otherwise $DFFMPEG_WORKER_CONFIG, ./dffmpeg-worker.yaml,
                           ~/.config/dffmpeg/worker.yaml or /etc/dffmpeg/worker.yaml
            --capabilities shows what the binaries can, and what was left out and why
        -h, --help         shows this
            --version      shows the version

      The first SIGTERM or SIGINT lets running jobs end, the second stops them at once.""";

  private Main() {}

  /** Runs the worker until it is told to stop. */
  public static void main(String[] arguments) {
    LogFormat.setUnlessSet();
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      CommandLine line = CommandLine.parse(arguments);
      return switch (line.wish()) {
        case HELP -> print(USAGE);
        case VERSION -> print("dffmpeg-worker " + version());
        case CAPABILITIES -> print(capabilities(line.configFile()));
        case WORK -> work(line.configFile());
      };
    } catch (CommandLine.Wrong e) {
      return fail(2, e.getMessage() + " (see --help)");
    } catch (ConfigurationException | IOException e) {
      return fail(1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      return fail(1, "interrupted");
    }
  }

  private static String capabilities(@Nullable Path configFile) throws InterruptedException {
    WorkerSettings settings = WorkerSettingsReader.load(configFile);
    return String.join("\n", CapabilityWiring.probe(settings).run().lines());
  }

  private static int work(@Nullable Path configFile) throws IOException, InterruptedException {
    WorkerSettings settings = WorkerSettingsReader.load(configFile);
    WorkerLifecycle worker = WorkerWiring.worker(settings, version());
    listenTo(worker);
    LOG.log(
        System.Logger.Level.INFO,
        () ->
            "worker "
                + settings.identity().clientId()
                + " "
                + version()
                + ": "
                + settings.slots().text()
                + " slots, coordinator "
                + settings.coordinators());
    worker.run();
    return 0;
  }

  /** A JVM that lets nobody hear signals still stops in order, once. */
  private static void listenTo(WorkerLifecycle worker) {
    boolean term = Signals.on("TERM", worker::order);
    boolean heard = Signals.on("INT", worker::order) && term;
    if (!heard) {
      Runtime.getRuntime().addShutdownHook(new Thread(worker::order, "dffmpeg-worker-shutdown"));
    }
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static int print(String text) {
    System.out.println(text);
    return 0;
  }

  private static int fail(int code, String problem) {
    problem.lines().forEach(line -> System.err.println("dffmpeg-worker: " + line));
    return code;
  }
}
