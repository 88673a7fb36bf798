/**
 * What the worker's builds of ffmpeg can: asked, not configured. The questions are those of
 * ffmpeg's "Generic options" (doc/fftools-common-opts.texi): {@code -version}, {@code -encoders},
 * {@code -decoders}, {@code -hwaccels}, {@code -filters}.
 *
 * <ol>
 *   <li>{@code C1} — nothing waits for it: the worker registers at once, and again when it knows.
 *   <li>{@code C2} — only what is called ffmpeg or ffprobe is asked, and each question has a
 *       deadline; what does not answer like ffmpeg can nothing.
 *   <li>{@code C3} — hardware is named only if it has just worked: a build lists what it was
 *       compiled with, whether the machine has it or not.
 *   <li>{@code C4} — a capability is one of all binaries that know its kind: a job names a binary
 *       and capabilities, and nobody knows which is meant for which.
 *   <li>{@code C5} — what stops working is set aside, not forgotten: it stays a capability, which
 *       the coordinator does not use until the worker says that it works again.
 * </ol>
 *
 * <p>Out of scope: which job needs what; that is the coordinator's.
 */
@NullMarked
package org.dffmpeg.worker.capability;

import org.jspecify.annotations.NullMarked;
