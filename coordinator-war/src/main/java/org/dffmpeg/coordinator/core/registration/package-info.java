/** How a worker enters and leaves the fleet (PROTOCOL 11). */
@NullMarked
package org.dffmpeg.coordinator.core.registration;

import org.jspecify.annotations.NullMarked;
