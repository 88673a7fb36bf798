package org.dffmpeg.worker.execution;

import java.io.IOException;

/** Starts processes. */
public interface ProcessStarter {
  /**
   * Starts a command with no input.
   *
   * @throws IOException if the system refuses, with its words
   */
  RunningProcess start(LocalCommand command) throws IOException;
}
