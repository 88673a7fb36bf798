/** Tests of health. */
@NullMarked
package org.dffmpeg.coordinator.core.health;

import org.jspecify.annotations.NullMarked;
