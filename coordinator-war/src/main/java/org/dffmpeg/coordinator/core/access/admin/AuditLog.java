package org.dffmpeg.coordinator.core.access.admin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.dffmpeg.common.id.ClientId;

/**
 * Who did what as an administrator: one line each at INFO, in a logger of its own so that it can be
 * kept apart. Never a key. Thread-safe.
 */
public final class AuditLog {
  /** The name of the logger. */
  public static final String LOGGER = "org.dffmpeg.audit";

  private static final Logger LOG = System.getLogger(LOGGER);

  /**
   * Writes one line.
   *
   * @param deed in the past tense, with its object: {@code added identity 'bob'}
   */
  public void record(ClientId administrator, String deed) {
    LOG.log(Level.INFO, () -> "'" + administrator + "' " + deed);
  }
}
