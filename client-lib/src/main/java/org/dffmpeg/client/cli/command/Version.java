package org.dffmpeg.client.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, or {@code development} outside of one. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new String[] {"${COMMAND-FULL-NAME} " + version};
  }
}
