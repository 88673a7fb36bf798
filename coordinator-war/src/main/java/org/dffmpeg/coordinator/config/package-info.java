/** The settings of the coordinator (PROTOCOL 18) and what the launcher hands over. */
@NullMarked
package org.dffmpeg.coordinator.config;

import org.jspecify.annotations.NullMarked;
