package org.dffmpeg.common.protocol;

import java.time.Instant;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a job as the API shows it (key {@code attempts}); our addition. What ended without
 * a start has no {@code startedAt}, what goes on has no end.
 *
 * @param number as it travels in the key {@code attempt}
 * @param workerId who was given the job
 * @param exitCode of its process, if that had one
 */
public record AttemptView(
    int number,
    WorkerId workerId,
    @Nullable Instant assignedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable EndReason reason,
    @Nullable String reasonDetail,
    @Nullable Integer exitCode) {}
