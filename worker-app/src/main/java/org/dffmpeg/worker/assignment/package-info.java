/**
 * Taking job requests and orders from the channel, in order, each once.
 *
 * <ol>
 *   <li>{@code S1} — a request that was canceled in the same batch is not started.
 *   <li>{@code S2} — a newer attempt of a job starts only after the older one has ended here.
 *   <li>{@code S3} — never more jobs than slots.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.assignment;

import org.jspecify.annotations.NullMarked;
