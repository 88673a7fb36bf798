package org.dffmpeg.systemtest.fleet;

/** Is told by simulated workers what they do. Implementations are thread-safe and do not block. */
public interface RunListener {
  /** The coordinator asks for an attempt. */
  default void requested(String job, int attempt) {}

  /** The coordinator has taken the worker's accept: the attempt begins. */
  default void started(String job, int attempt) {}

  /** The attempt is over, and nobody knows yet. */
  default void ended(String job, int attempt) {}

  /** The coordinator has taken the report of the attempt's end. */
  default void reported(String job, int attempt) {}

  /** The coordinator has refused what the worker had to say about the attempt. */
  default void refused(String job, int attempt, String answer) {}

  /** The worker has heard what it must not hear. */
  default void broken(Throwable fault) {}
}
