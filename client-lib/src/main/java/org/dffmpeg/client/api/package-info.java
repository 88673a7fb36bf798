/**
 * The public Java API: submit a command, watch it, get its end.
 *
 * <p>Start at {@link org.dffmpeg.client.api.JobClient}. Invariants:
 *
 * <ol>
 *   <li>{@code C1} — a job that failed is a {@link org.dffmpeg.client.api.JobResult.Failed}, not an
 *       exception; exceptions mean "we do not know" or "it was not taken".
 *   <li>{@code C2} — cancelling a future ends the waiting; only {@link
 *       org.dffmpeg.client.api.JobHandle#cancel} ends the job.
 *   <li>{@code C3} — a listener is called on one named thread, in order, never concurrently; a slow
 *       one slows the reading, not the memory.
 *   <li>{@code C4} — a result is complete only after every line before it was given to the
 *       listener.
 *   <li>{@code C5} — one submission is one job, however often it had to be sent.
 * </ol>
 *
 * <p>Out of scope: how messages travel ({@code client.link}).
 */
@NullMarked
package org.dffmpeg.client.api;

import org.jspecify.annotations.NullMarked;
