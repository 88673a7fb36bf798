/**
 * From bytes of output to uploaded log entries, in bounded memory.
 *
 * <ol>
 *   <li>{@code G1} — entries of one stream arrive in order, each at most once in one upload that
 *       was answered.
 *   <li>{@code G2} — memory is bounded: a coordinator that takes lines slows the output down, one
 *       that takes none for long loses the oldest lines, and is told how many.
 *   <li>{@code G3} — every complete line is an entry; records that end in a carriage return are
 *       thinned, the last is always kept.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.logship;

import org.jspecify.annotations.NullMarked;
