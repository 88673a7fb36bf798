/**
 * What a worker has to say and could not say yet, on its disk: one directory per attempt.
 *
 * <ol>
 *   <li>{@code Q1} — how a job ended is on the disk, past every cache, before the job counts as
 *       ended here.
 *   <li>{@code Q2} — lines are written before they are sent, in the very batches that are sent, and
 *       go when the coordinator has answered. What is sent again, after an outage or by another
 *       life of the worker, is the same batch, and known by its last entry.
 *   <li>{@code Q3} — the space is bounded: the oldest lines go first, and the log says how many
 *       went where.
 *   <li>{@code Q4} — what cannot be read is skipped with a warning, and stops nothing.
 *   <li>{@code Q5} — one process at a time uses a spool; nobody but its user can read it.
 *   <li>{@code Q6} — what a coordinator refuses is sent again in smaller parts, cut, or replaced by
 *       a word about it; what is lost all the same is counted in the log.
 * </ol>
 *
 * <p>Layout: {@code attempts/JOB.ATTEMPT/} with {@code process} (what runs), {@code NUMBER-DROPPED}
 * (a batch of lines, as it is sent; so many lines were dropped before it) and {@code report} (how
 * it ended, as it is sent).
 */
@NullMarked
package org.dffmpeg.worker.spool;

import org.jspecify.annotations.NullMarked;
