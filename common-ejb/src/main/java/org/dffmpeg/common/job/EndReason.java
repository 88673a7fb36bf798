package org.dffmpeg.common.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a job ended, for programs; a sentence for people travels beside it. The wire name is the
 * lower-case name.
 */
public enum EndReason {
  /** ffmpeg ended by itself; the exit code tells how. */
  EXITED,
  /** ffmpeg was ended by a signal that nobody here sent; the exit code is 128 + its number. */
  SIGNALLED,
  /** The process could not be started. */
  START_FAILED,
  /** The worker has no room for the output. */
  DISK_FULL,
  /** The worker was not heard of for its lease. */
  WORKER_LOST,
  /** No worker took it within its time in the queue. */
  QUEUE_TIMEOUT,
  /** It ran longer than it may. */
  RUN_TIMEOUT,
  /** It gave neither output nor progress for longer than it may. */
  STALLED,
  /** The hardware encoder has no session left. */
  SESSION_LIMIT,
  /** An encoder that the worker has does not work there any more. */
  ENCODER_FAILED,
  /** The monitoring client was not heard of for its lease. */
  CLIENT_GONE,
  /** Somebody canceled it; the sentence names who. */
  CANCELED_BY,
  /** The worker ended it because it no longer owned it. */
  FENCED;

  /**
   * Whether it lies outside of the command, so that another run may well end otherwise: then a job
   * is run again that names no reasons of its own.
   */
  public boolean isOutside() {
    return switch (this) {
      case START_FAILED, DISK_FULL, WORKER_LOST, SESSION_LIMIT, ENCODER_FAILED, FENCED -> true;
      case EXITED, SIGNALLED, QUEUE_TIMEOUT, RUN_TIMEOUT, STALLED, CLIENT_GONE, CANCELED_BY ->
          false;
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EndReason> ofWireName(String name) {
    return Arrays.stream(values()).filter(reason -> reason.wireName().equals(name)).findFirst();
  }
}
