package org.dffmpeg.client.cli.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.cli.output.Output;

/**
 * What a command may use. Settings are read and connections made when they are first asked for, so
 * that a command which needs none works without. Confined to one thread.
 */
public interface Session extends AutoCloseable {
  /** Where data and notes go. */
  Output output();

  /** Where the caller stands. */
  Path workingDirectory();

  /** The time, and the zone in which people read it. */
  Clock clock();

  /**
   * The settings of the caller.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException naming every problem of the settings
   */
  ClientSettings settings();

  /** The signed API as a client sees it. */
  JobClient client();

  /**
   * Waits.
   *
   * @return true; false if the wait was interrupted, then the command should end
   */
  boolean pause(Duration duration);

  /** The routes for administrators. */
  AdminApi admin();

  /** Ends what was opened. */
  @Override
  void close();
}
