package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import org.dffmpeg.common.job.EndReason;

/**
 * Why a canceling job is to end, and when it ends without the worker's word. Immutable.
 *
 * @param detail a sentence for people
 */
public record Cancellation(Instant deadline, EndReason reason, String detail) {}
