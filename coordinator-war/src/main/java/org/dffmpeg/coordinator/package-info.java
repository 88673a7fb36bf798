/** The coordinator: the only node that knows every job and every worker. */
@NullMarked
package org.dffmpeg.coordinator;

import org.jspecify.annotations.NullMarked;
