package org.dffmpeg.coordinator.core.delivery;

import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.Payload;

/**
 * A message before it has its place in a channel. Immutable.
 *
 * @param sender an identity, {@code coordinator}, or none (PROTOCOL 6)
 */
public record Draft(
    Optional<String> sender, ClientId recipient, Optional<JobId> job, Payload payload) {}
