/**
 * Channels and messages (DESIGN "Channels and messages"): what a worker or a requester shall hear
 * is stored beside the change that it tells of, and delivered after commit.
 */
@NullMarked
package org.dffmpeg.coordinator.core.delivery;

import org.jspecify.annotations.NullMarked;
