/**
 * What happens because time passes: EJB timers, none of them persistent, because everything that
 * matters is in the database and any number of coordinators may do the same sweep.
 *
 * <ul>
 *   <li>R1 — a tick never throws: the container would give the timer up after a second failure.
 *   <li>R2 — a tick that failed is told once, and again when it works.
 * </ul>
 */
@NullMarked
package org.dffmpeg.coordinator.timer;

import org.jspecify.annotations.NullMarked;
