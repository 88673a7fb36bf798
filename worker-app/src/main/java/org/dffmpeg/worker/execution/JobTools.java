package org.dffmpeg.worker.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.spool.SpoolDirectory;

/**
 * What every job of a worker uses. Immutable.
 *
 * @param preparation looks at the files of jobs
 * @param threads gives a thread to everything it is handed; a job takes at most five at once
 * @param spool keeps what cannot be said at once
 * @param encoders tries those of commands that failed
 * @param lease how long a job may run at most without an answered heartbeat, if this worker has a
 *     say in that
 */
public record JobTools(
    Preparation preparation,
    ProcessStarter starter,
    Executor threads,
    BatchSize batchSize,
    SpoolDirectory spool,
    EncoderTrials encoders,
    Optional<Duration> lease,
    Clock clock,
    Ticker ticker,
    UlidFactory ids,
    RandomGenerator random) {}
