package org.dffmpeg.common.json;

import java.util.Arrays;
import java.util.List;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.jspecify.annotations.Nullable;

/** How states and reasons are read (PROTOCOL 2 "Enumerations"). */
final class States {
  private static final List<String> JOB =
      Arrays.stream(JobState.values()).map(JobState::wireName).toList();
  private static final List<String> TERMINAL = List.of("completed", "failed", "canceled");
  private static final List<String> WORKER =
      Arrays.stream(WorkerState.values()).map(WorkerState::wireName).toList();

  private States() {}

  static JobState job(ObjectReader in, String key) {
    return in.required(
        key,
        input -> Readers.word(input, JobState::ofWireName, JOB, JobState.PENDING),
        JobState.PENDING);
  }

  static JobState terminal(ObjectReader in, String key) {
    return in.required(
        key,
        input ->
            Readers.word(
                input,
                word -> JobState.ofWireName(word).filter(JobState::isTerminal),
                TERMINAL,
                JobState.FAILED),
        JobState.FAILED);
  }

  /** The state of a worker; {@code error} exists in old peers' vocabulary, but nobody sets it. */
  static WorkerState worker(ObjectReader in, String key) {
    return in.required(
        key,
        input ->
            "error".equals(input.value())
                ? WorkerState.OFFLINE
                : Readers.word(input, WorkerState::ofWireName, WORKER, WorkerState.OFFLINE),
        WorkerState.OFFLINE);
  }

  /** A hold that we do not know, from a newer peer, is none. */
  static @Nullable WorkerHold hold(ObjectReader in) {
    return in.optional("hold", input -> Readers.wordOrNull(input, WorkerHold::ofWireName));
  }

  /** A reason that we do not know, from a newer peer, is none. */
  static @Nullable EndReason reason(ObjectReader in) {
    return in.optional("reason", input -> Readers.wordOrNull(input, EndReason::ofWireName));
  }
}
