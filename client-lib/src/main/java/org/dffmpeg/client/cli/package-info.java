/**
 * The command lines {@code dffmpeg-client} and {@code dffmpeg-admin} (PROTOCOL 18).
 *
 * <p>Three steps, each in its own place: picocli turns arguments into a {@code command} object (a
 * value: no test of it needs a network), the command runs against a {@code run.Session} (settings,
 * coordinator, outputs), and {@code output} turns what came back into a table or JSON.
 *
 * <ol>
 *   <li>Data goes to stdout, everything else to stderr; an error is one line.
 *   <li>With {@code --json}, stdout holds the wire's JSON, with its key names, and nothing else.
 *   <li>Colours appear only on a terminal.
 *   <li>Exit codes are those of {@code run.ExitCode}; the table in docs/cli.md is checked against
 *       it.
 * </ol>
 *
 * <p>Out of scope: how messages travel ({@code client.link}) and how a job is followed ({@code
 * client.api}).
 */
@NullMarked
package org.dffmpeg.client.cli;

import org.jspecify.annotations.NullMarked;
