package org.dffmpeg.common.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a job is in its life (PROTOCOL 2). The wire name is the lower-case name. */
public enum JobState {
  PENDING,
  ASSIGNED,
  RUNNING,
  CANCELING,
  COMPLETED,
  FAILED,
  CANCELED;

  /** Terminal states are final: nothing leads out of them. */
  public boolean isTerminal() {
    return this == COMPLETED || this == FAILED || this == CANCELED;
  }

  /** Whether a worker is bound to the job, and so a slot of that worker is taken. */
  public boolean isHeldByWorker() {
    return this == ASSIGNED || this == RUNNING || this == CANCELING;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<JobState> ofWireName(String name) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst();
  }
}
