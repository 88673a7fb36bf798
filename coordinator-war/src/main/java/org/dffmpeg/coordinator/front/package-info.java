/**
 * What every HTTP request passes first, before resources, streams and pages see it.
 *
 * <ul>
 *   <li>F1 — every response carries the three no-cache headers (PROTOCOL 5).
 *   <li>F2 — the API answers below {@code /api/v1} and, for peers that know no path base, without
 *       it; whoever serves a request sees the prefixed form only.
 *   <li>F3 — a body or header section beyond its limit is refused before anybody reads it.
 *   <li>F4 — errors are {@code {"detail", "code"}} JSON, the server's own included.
 * </ul>
 *
 * <p>Out of scope: who sent it.
 */
@NullMarked
package org.dffmpeg.coordinator.front;

import org.jspecify.annotations.NullMarked;
