package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.JobClass;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a job shall run, apart from the command; our additions to PROTOCOL 5.4. Immutable;
 * derive others from {@link #DEFAULT}.
 *
 * @param jobClass null in a request means the one of the binary
 * @param priority among jobs of the same class, the greater one first
 * @param labels for people and programs; they decide nothing
 * @param slots what it takes of its worker; jobs of class probe take one of the pool probe instead
 * @param notBefore null means at once
 */
public record JobOptions(
    @Nullable JobClass jobClass,
    int priority,
    Map<String, String> labels,
    CapabilityNeeds requires,
    Slots slots,
    JobLimits limits,
    @Nullable JobRetry retry,
    @Nullable Instant notBefore) {
  /** Priorities go from its negative to it. */
  public static final int HIGHEST_PRIORITY = 100;

  public static final int MOST_LABELS = 32;

  /** Characters of a label's name. */
  public static final int LONGEST_LABEL = 64;

  /** Characters of a label's value. */
  public static final int LONGEST_VALUE = 256;

  /** What a job has that asks for nothing. */
  public static final JobOptions DEFAULT =
      new JobOptions(
          null, 0, Map.of(), CapabilityNeeds.NONE, Slots.cpu(1), JobLimits.NONE, null, null);

  public JobOptions {
    Bounds.check("priority", priority, -HIGHEST_PRIORITY, HIGHEST_PRIORITY);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  public JobOptions withClass(@Nullable JobClass next) {
    return new JobOptions(next, priority, labels, requires, slots, limits, retry, notBefore);
  }

  public JobOptions withPriority(int next) {
    return new JobOptions(jobClass, next, labels, requires, slots, limits, retry, notBefore);
  }

  public JobOptions withLabels(Map<String, String> next) {
    return new JobOptions(jobClass, priority, next, requires, slots, limits, retry, notBefore);
  }

  public JobOptions requiring(CapabilityNeeds next) {
    return new JobOptions(jobClass, priority, labels, next, slots, limits, retry, notBefore);
  }

  public JobOptions withSlots(Slots next) {
    return new JobOptions(jobClass, priority, labels, requires, next, limits, retry, notBefore);
  }

  public JobOptions withLimits(JobLimits next) {
    return new JobOptions(jobClass, priority, labels, requires, slots, next, retry, notBefore);
  }

  public JobOptions withRetry(@Nullable JobRetry next) {
    return new JobOptions(jobClass, priority, labels, requires, slots, limits, next, notBefore);
  }

  /** The same, but not before that time; null means at once. */
  public JobOptions startingAt(@Nullable Instant next) {
    return new JobOptions(jobClass, priority, labels, requires, slots, limits, retry, next);
  }
}
