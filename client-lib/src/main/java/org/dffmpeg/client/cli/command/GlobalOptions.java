package org.dffmpeg.client.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command of both programs takes, before or after its name. */
public final class GlobalOptions {
  private @Nullable Path config;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the wire's JSON instead of tables.")
  private boolean json;

  /** Only before the command's name: after it, -c would swallow ffmpeg's own -c:v. */
  @Option(names = "-c", paramLabel = "FILE", description = "Short for --config.", order = 1)
  void shortConfig(Path file) {
    config = file;
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The settings of this client, instead of searching for them.")
  void config(Path file) {
    config = file;
  }

  /** Whether stdout is for programs. */
  public boolean json() {
    return json;
  }

  /** The settings file that was named. */
  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }
}
