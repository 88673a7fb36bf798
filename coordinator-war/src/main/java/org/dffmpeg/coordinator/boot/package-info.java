/**
 * The composition root: makes every object of the coordinator, hands them to resources, timers and
 * pages, and takes them down in order. Nobody depends on it.
 *
 * <ul>
 *   <li>B1 — an application that cannot start says why in one line (see {@code HandOver}) and is
 *       not deployed.
 *   <li>B2 — it goes in this order: health says 503, the shutdown delay passes, streams end,
 *       running requests are answered, what was delivered is noted, the other coordinators are
 *       told, the database is closed; then the process ends. (A server that is stopped itself
 *       undeploys instead.)
 * </ul>
 */
@NullMarked
package org.dffmpeg.coordinator.boot;

import org.jspecify.annotations.NullMarked;
