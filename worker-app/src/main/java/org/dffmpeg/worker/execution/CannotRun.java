package org.dffmpeg.worker.execution;

import org.dffmpeg.common.job.EndReason;

/** A job cannot be started here; {@code sentence} is for its requester. */
public final class CannotRun extends Exception {
  private static final long serialVersionUID = 1L;
  private final EndReason reason;
  private final String sentence;

  CannotRun(String sentence) {
    this(EndReason.START_FAILED, sentence);
  }

  CannotRun(EndReason reason, String sentence) {
    super(sentence);
    this.sentence = sentence;
    this.reason = reason;
  }

  EndReason reason() {
    return reason;
  }

  String sentence() {
    return sentence;
  }
}
