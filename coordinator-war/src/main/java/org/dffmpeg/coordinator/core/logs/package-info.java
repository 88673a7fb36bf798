/** The output of jobs, kept once: as the {@code job_logs} messages of the job's channel. */
@NullMarked
package org.dffmpeg.coordinator.core.logs;

import org.jspecify.annotations.NullMarked;
