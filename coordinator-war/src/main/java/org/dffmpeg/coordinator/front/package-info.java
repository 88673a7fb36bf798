/**
 * What every HTTP request passes first, before resources, streams and pages see it.
 *
 * <ul>
 *   <li>F1 — every response carries the three no-cache headers (PROTOCOL 5).
 *   <li>F2 — the API answers below {@code /api/v1} and, for peers that know no path base, without
 *       it; whoever serves a request sees the prefixed form only.
 *   <li>F3 — a body or header section beyond its limit is refused before anybody reads it.
 *   <li>F4 — errors are {@code {"detail", "code"}} JSON, the server's own included.
 *   <li>F5 — no body is read whose request could not be admitted anyway, for want of credentials;
 *       the others have a deadline and a common bound in memory, and no thread waits for them.
 * </ul>
 *
 * <p>Out of scope: whether it was signed right.
 */
@NullMarked
package org.dffmpeg.coordinator.front;

import org.jspecify.annotations.NullMarked;
