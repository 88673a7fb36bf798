package org.dffmpeg.coordinator.core.fleet;

import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.delivery.Channel;

/**
 * A worker as the coordinator knows it. Immutable.
 *
 * @param registrationInterval seconds between its registrations
 * @param incarnation a new text for each start of the process; old workers send none
 * @param slotsUsed the number of jobs it holds; only {@link WorkerStore} moves it
 * @param lastSeen when it last proved that it listens (PROTOCOL 11.4)
 * @param leaseUntil when it is taken for gone unless it proves it again; none while offline
 * @param token what it has to send back, and the message that took it there
 * @param lastMessageId the newest id of its channel
 * @param version counted by the store
 */
public record Worker(
    WorkerId id,
    WorkerState state,
    WorkerProfile profile,
    int registrationInterval,
    Optional<String> incarnation,
    int slotsUsed,
    Optional<Instant> lastSeen,
    Optional<Instant> leaseUntil,
    Optional<Token> token,
    Optional<MessageId> lastMessageId,
    long version) {

  /** A pending proof that the worker listens. */
  public record Token(String text, MessageId message) {}

  public Channel channel() {
    return Channel.of(id);
  }

  public boolean hasFreeSlot() {
    return slotsUsed < profile.slots();
  }
}
