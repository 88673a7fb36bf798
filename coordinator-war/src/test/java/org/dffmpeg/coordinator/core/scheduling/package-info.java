/** Tests of what decides which job goes to which worker. */
@NullMarked
package org.dffmpeg.coordinator.core.scheduling;

import org.jspecify.annotations.NullMarked;
