package org.dffmpeg.worker.execution;

import java.util.Optional;

/** Tries the encoders of commands that failed. Thread-safe. */
@FunctionalInterface
public interface EncoderTrials {

  /**
   * Which encoder that the command names does not work here any more, and what it says, as a
   * sentence without a full stop; empty if all work, or nobody can tell. Takes a minute at most.
   */
  Optional<String> fault(LocalCommand command) throws InterruptedException;
}
