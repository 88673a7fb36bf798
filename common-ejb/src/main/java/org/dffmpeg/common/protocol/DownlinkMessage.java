package org.dffmpeg.common.protocol;

import java.time.Instant;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a message to a worker or requester, the same on all transports (PROTOCOL 6).
 * {@code senderId} is an identity, {@value #COORDINATOR} or null; {@code sentAt} is null on first
 * delivery.
 */
public record DownlinkMessage(
    MessageId messageId,
    @Nullable String senderId,
    ClientId recipientId,
    @Nullable JobId jobId,
    Instant timestamp,
    @Nullable Instant sentAt,
    Payload payload) {
  /** The sender of what the coordinator says on its own account. */
  public static final String COORDINATOR = "coordinator";
}
