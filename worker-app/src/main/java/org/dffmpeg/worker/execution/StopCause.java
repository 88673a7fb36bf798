package org.dffmpeg.worker.execution;

/** Why a job is ended before its time. */
public enum StopCause {
  /** Its requester wants it: it is reported as canceled. */
  CANCEL(true, true),
  /** The coordinator says it is not ours any more, or ended: nobody wants to hear of it. */
  DISOWNED(false, false),
  /** The coordinator was not heard of for the lease: it may have been given away. */
  LEASE_EXPIRED(true, true),
  /** It ran longer than its requester lets it. */
  RUN_TIMEOUT(true, true),
  /** It was silent for longer than its requester lets it. */
  STALLED(true, true),
  /**
   * This worker stops: it is reported as lost with it, so that it may run elsewhere, in one try.
   */
  SHUTDOWN(true, false);

  private final boolean reported;
  private final boolean patient;

  StopCause(boolean reported, boolean patient) {
    this.reported = reported;
    this.patient = patient;
  }

  boolean isReported() {
    return reported;
  }

  /** Whether output and report are worth more than one try. */
  boolean isPatient() {
    return patient;
  }
}
