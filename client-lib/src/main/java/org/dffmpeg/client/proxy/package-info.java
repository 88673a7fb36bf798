/**
 * Stands in for {@code ffmpeg} and {@code ffprobe}: takes their arguments, runs them on a worker,
 * gives back their output and exit code.
 *
 * <p>A media server starts this for every file it looks at, so it must start fast (PLATFORM "Client
 * start-up"): no argument parser, no reflection, no reader of anything but the client's settings.
 *
 * <ol>
 *   <li>All arguments are ffmpeg's; the proxy has no options.
 *   <li>stdout and stderr carry what ffmpeg wrote there, line by line; stdin is not forwarded.
 *   <li>The exit code is ffmpeg's: 128 + n when signal n ended it, 130 when the job was canceled, 1
 *       when it could not run, with one line on stderr.
 *   <li>A signal that ends the proxy first ends the job.
 * </ol>
 */
@NullMarked
package org.dffmpeg.client.proxy;

import org.jspecify.annotations.NullMarked;
