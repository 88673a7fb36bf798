package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.job.EndReason;

/** How a job, or one attempt of it, ended. Immutable. */
public record JobEnd(
    Instant at, OptionalInt exitCode, Optional<EndReason> reason, Optional<String> detail) {}
