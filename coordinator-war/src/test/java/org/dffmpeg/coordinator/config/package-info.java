/** Tests of the settings. */
@NullMarked
package org.dffmpeg.coordinator.config;

import org.jspecify.annotations.NullMarked;
