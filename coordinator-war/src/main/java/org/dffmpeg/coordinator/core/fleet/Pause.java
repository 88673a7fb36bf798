package org.dffmpeg.coordinator.core.fleet;

import java.time.Instant;
import org.dffmpeg.common.id.ClientId;

/** Nothing is assigned to anybody until it ends: who wanted it, and since when. Immutable. */
public record Pause(ClientId by, Instant since) {}
