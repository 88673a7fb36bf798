/**
 * Running one job: from its request to its report.
 *
 * <ol>
 *   <li>{@code X1} — nothing is started before the coordinator answered the accept with success.
 *   <li>{@code X2} — output is drained to its end, whatever it is and whatever the coordinator
 *       does.
 *   <li>{@code X3} — when a job is stopped, its whole process tree is gone before it is reported.
 *   <li>{@code X4} — the report is the last thing said about a job; all kept output was sent
 *       before.
 *   <li>{@code X5} — arguments and output of a job reach no log of the worker above DEBUG.
 * </ol>
 */
@NullMarked
package org.dffmpeg.worker.execution;

import org.jspecify.annotations.NullMarked;
