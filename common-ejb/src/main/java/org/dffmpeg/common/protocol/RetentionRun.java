package org.dffmpeg.common.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of the deletion of what is over: answer of {@code POST /admin/retention}, and one of
 * those of {@code GET /admin/retention}. Ours; the old protocol has none.
 *
 * @param run increases from run to run of one coordinator
 * @param status {@code running}, {@code completed}, {@code failed} or {@code interrupted}
 * @param logs jobs whose output was looked at and deleted
 * @param messages jobs whose other messages were
 * @param jobs jobs that were
 * @param workers workers that were
 */
public record RetentionRun(
    long run,
    String status,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long logs,
    long messages,
    long jobs,
    long workers) {}
