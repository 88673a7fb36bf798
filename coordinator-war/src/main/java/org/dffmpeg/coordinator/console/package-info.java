/**
 * The console: pages for people. It reads through use cases and changes nothing.
 *
 * <ul>
 *   <li>C1 — pages are shown to visitors from allowed addresses only, and not at all if the
 *       dashboard is switched off.
 *   <li>C2 — everything that comes from a job or a worker is escaped: their words are not markup
 *       (PITFALLS W20). No page needs a script.
 * </ul>
 */
@NullMarked
package org.dffmpeg.coordinator.console;

import org.jspecify.annotations.NullMarked;
