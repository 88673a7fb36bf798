/**
 * What a worker says about a job, and what it learns from the answer.
 *
 * <ol>
 *   <li>{@code U1} — every answer is read: 403, 404 and 409 mean that the job is not ours any more.
 *   <li>{@code U2} — every message about a job names its attempt, if the coordinator gave one.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.uplink;

import org.jspecify.annotations.NullMarked;
