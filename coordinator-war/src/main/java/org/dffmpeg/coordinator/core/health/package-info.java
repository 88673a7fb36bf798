/** How the coordinator itself is. */
@NullMarked
package org.dffmpeg.coordinator.core.health;

import org.jspecify.annotations.NullMarked;
