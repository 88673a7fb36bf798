/** Tests of the logs. */
@NullMarked
package org.dffmpeg.coordinator.core.logs;

import org.jspecify.annotations.NullMarked;
