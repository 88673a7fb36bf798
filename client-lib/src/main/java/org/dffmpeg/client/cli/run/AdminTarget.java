package org.dffmpeg.client.cli.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * As whom, and towards which coordinators, an administrator acts: as far as the command line says.
 *
 * @param coordinators of one service, any of which will do; none if nothing was said
 * @param dataDirectory the coordinator's, which holds the key of {@code localadmin}
 * @param config a client's settings
 * @param caFile PEM certificates to trust for https
 */
public record AdminTarget(
    List<URI> coordinators,
    Optional<Path> dataDirectory,
    Optional<Path> config,
    Optional<Path> caFile) {
  /** Copies. */
  public AdminTarget {
    coordinators = List.copyOf(coordinators);
  }
}
