/** Ours with the peers of old, in both directions (PROTOCOL 22, 23). */
@NullMarked
package org.dffmpeg.systemtest.compat;

import org.jspecify.annotations.NullMarked;
