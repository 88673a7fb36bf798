package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody waits for the job. Immutable.
 *
 * @param monitored the job ends when its client falls silent
 * @param lastSeen the last heartbeat of the client
 * @param deadline when the client is taken for gone; none for a job that is not monitored or ended
 */
public record Watch(boolean monitored, Optional<Instant> lastSeen, Optional<Instant> deadline) {}
