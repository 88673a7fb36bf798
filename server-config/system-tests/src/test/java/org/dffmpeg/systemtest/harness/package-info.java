/**
 * Starts, watches and kills the real programs of the distribution, and keeps what they said when a
 * test fails. Knows nothing of their classes: files, processes and HTTP only.
 */
@NullMarked
package org.dffmpeg.systemtest.harness;

import org.jspecify.annotations.NullMarked;
