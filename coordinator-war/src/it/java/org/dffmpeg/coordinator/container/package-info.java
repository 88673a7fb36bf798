/** The built WAR inside a real server: what only a container can show. */
@NullMarked
package org.dffmpeg.coordinator.container;

import org.jspecify.annotations.NullMarked;
