package org.dffmpeg.worker.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.common.config.SettingsReader;

/** Where a worker keeps what must survive it, unless told otherwise. Stateless. */
final class StateDirectory {
  private StateDirectory() {}

  /**
   * One for each identity, so that several workers of one user do not meet: below systemd's {@code
   * $STATE_DIRECTORY}, else {@code $XDG_STATE_HOME/dffmpeg}, else {@code ~/.local/state/dffmpeg}.
   */
  static Path usual(SettingsReader settings) {
    String name =
        "worker-"
            + URLEncoder.encode(settings.text("client_id", "unknown"), StandardCharsets.UTF_8);
    Optional<Path> parent =
        absolute(settings, "STATE_DIRECTORY")
            .or(() -> absolute(settings, "XDG_STATE_HOME").map(home -> home.resolve("dffmpeg")))
            .or(() -> absolute(settings, "HOME").map(home -> home.resolve(".local/state/dffmpeg")));
    if (parent.isEmpty()) {
      settings.problem("spool_dir", "missing, and there is no HOME to put it in");
    }
    return parent.orElse(Path.of("/")).resolve(name);
  }

  private static Optional<Path> absolute(SettingsReader settings, String variable) {
    return settings.variable(variable).filter(text -> text.startsWith("/")).map(Path::of);
  }
}
