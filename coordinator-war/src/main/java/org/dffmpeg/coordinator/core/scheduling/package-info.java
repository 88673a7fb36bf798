/** Which job goes to which worker, and why a job waits. */
@NullMarked
package org.dffmpeg.coordinator.core.scheduling;

import org.jspecify.annotations.NullMarked;
