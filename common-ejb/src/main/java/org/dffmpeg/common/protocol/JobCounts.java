package org.dffmpeg.common.protocol;

/**
 * Counts of jobs: active now, and active or ended within the last minute and five (PROTOCOL 5.4
 * {@code /metrics}).
 */
public record JobCounts(long current, long lastMinute, long lastFiveMinutes) {}
