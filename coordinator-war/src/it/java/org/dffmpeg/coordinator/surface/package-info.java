/** The HTTP surface of the built WAR on a real server, byte by byte (PROTOCOL 5). */
@NullMarked
package org.dffmpeg.coordinator.surface;

import org.jspecify.annotations.NullMarked;
