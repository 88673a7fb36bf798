/**
 * What a former life of this worker left behind: processes that run on, and what it could not say.
 *
 * <ol>
 *   <li>{@code F1} — before this life takes work, no process of a former one runs.
 *   <li>{@code F2} — before this life is known to the coordinator, what the former one had to say
 *       was said: the coordinator gives up what a former life held as soon as it knows of the next.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.recovery;

import org.jspecify.annotations.NullMarked;
