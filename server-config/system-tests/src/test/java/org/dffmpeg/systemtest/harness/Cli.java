package org.dffmpeg.systemtest.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code dffmpeg-client} as one identity. */
public final class Cli {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Lab lab;
  private final Path settings;

  Cli(Lab lab, Path settings) {
    this.lab = lab;
    this.settings = settings;
  }

  public Path settings() {
    return settings;
  }

  /** Runs it to its end. */
  public Finished run(String... arguments) {
    ChildProcess process = start(arguments);
    int code = process.await(PATIENCE);
    return new Finished(code, process.out(), process.err());
  }

  public ChildProcess start(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--config", settings.toString()));
    words.addAll(List.of(arguments));
    return lab.start(
        "client",
        Command.of(
            Distribution.launcher("dffmpeg-client"),
            lab.workspace().root(),
            words.toArray(String[]::new)));
  }

  /** How a command ended and what it printed. */
  public record Finished(int code, String out, String err) {
    /** The lines of stderr that say something. */
    public List<String> errorLines() {
      return err.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
