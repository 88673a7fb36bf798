package org.dffmpeg.common.protocol;

import java.time.Instant;
import org.dffmpeg.common.id.LogId;
import org.jspecify.annotations.Nullable;

/**
 * One line of output (PROTOCOL 5.3 "Logs"). {@code content} has no line end; {@code timestamp} is
 * the worker's clock, a hint for display.
 */
public record LogEntry(
    @Nullable LogId id, LogStream stream, String content, @Nullable Instant timestamp) {}
