package org.dffmpeg.client.cli.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * As whom, and towards which coordinator, an administrator acts: as far as the command line says.
 *
 * @param coordinator where the coordinator is
 * @param dataDirectory the coordinator's, which holds the key of {@code localadmin}
 * @param config a client's settings
 */
public record AdminTarget(
    Optional<URI> coordinator, Optional<Path> dataDirectory, Optional<Path> config) {}
