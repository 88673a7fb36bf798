/**
 * The coordinator as a program: {@code Launcher} reads and checks the settings, translates them
 * into the server's own options, starts the server in the same JVM, says one line when the
 * coordinator really answers, and stops it in order.
 *
 * <ul>
 *   <li>N1 — stdout carries one line only, the ready line; all else goes to stderr.
 *   <li>N2 — the port opens when the application is deployed, not before: no peer ever sees the
 *       server's own 404.
 *   <li>N3 — a start that fails says one line on stderr per cause and ends with exit code 1.
 *   <li>N4 — no secret is on a command line or in a file written here.
 * </ul>
 *
 * <p>Out of scope: anything that the WAR does for itself on other servers.
 */
@NullMarked
package org.dffmpeg.coordinator.launch;

import org.jspecify.annotations.NullMarked;
