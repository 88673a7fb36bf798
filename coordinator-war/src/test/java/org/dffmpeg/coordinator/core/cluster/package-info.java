/** How several coordinators know and tell each other. */
@NullMarked
package org.dffmpeg.coordinator.core.cluster;

import org.jspecify.annotations.NullMarked;
