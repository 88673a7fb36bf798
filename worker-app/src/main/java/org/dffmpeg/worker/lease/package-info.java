/**
 * A job may run only while the coordinator hears of it.
 *
 * <ol>
 *   <li>{@code L1} — the lease is counted from the sending of the last heartbeat that was answered,
 *       on a clock that never jumps.
 *   <li>{@code L2} — an answer that says the job is not ours ends the lease at once.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.lease;

import org.jspecify.annotations.NullMarked;
