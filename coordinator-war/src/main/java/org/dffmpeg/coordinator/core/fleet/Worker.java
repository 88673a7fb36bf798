package org.dffmpeg.coordinator.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.delivery.Channel;

/**
 * A worker as the coordinator knows it: it registers, is sent a token, and is online when it sends
 * the token back (PROTOCOL 11). Immutable.
 *
 * @param registrationInterval seconds between its registrations
 * @param incarnation a new text for each start of the process; old workers send none
 * @param slotsUsed what the jobs that it holds have taken; only {@link WorkerStore} moves it
 * @param lease when it was heard
 * @param token what it has to send back
 * @param lastMessageId the newest id of its channel
 * @param hold why an operator lets it have no new jobs
 * @param version counted by the store
 */
public record Worker(
    WorkerId id,
    WorkerState state,
    WorkerProfile profile,
    int registrationInterval,
    Optional<String> incarnation,
    Slots slotsUsed,
    Lease lease,
    Optional<Token> token,
    Optional<MessageId> lastMessageId,
    Optional<WorkerHold> hold,
    long version) {

  /**
   * When the worker was heard.
   *
   * @param lastSeen when it last proved that it listens
   * @param until when it is taken for gone unless it proves it again; none while offline
   */
  public record Lease(Instant lastSeen, Optional<Instant> until) {
    /** It proved that it listens. */
    public static Lease proven(Instant now, Duration length) {
      return new Lease(now, Optional.of(now.plus(length)));
    }
  }

  /** A pending proof that the worker listens: the text, and the message that takes it there. */
  public record Token(String text, MessageId message) {
    @Override
    public String toString() {
      return "Token[" + message + "]";
    }
  }

  /** A worker that was never heard of. */
  public static Worker unknown(WorkerId id, Instant now) {
    return new Worker(
        id,
        WorkerState.OFFLINE,
        WorkerProfile.NOTHING,
        0,
        Optional.empty(),
        Slots.NONE,
        new Lease(now, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** The same worker offline: it offers nothing any more, but holds the jobs it holds. */
  public Worker offline(Instant lastSeen) {
    return new Worker(
        id,
        WorkerState.OFFLINE,
        WorkerProfile.NOTHING,
        0,
        Optional.empty(),
        slotsUsed,
        new Lease(lastSeen, Optional.empty()),
        Optional.empty(),
        lastMessageId,
        hold,
        version);
  }

  /** The same worker after it has sent its token back. */
  public Worker verified(WorkerState next, Lease proven) {
    return new Worker(
        id,
        next,
        profile,
        registrationInterval,
        incarnation,
        slotsUsed,
        proven,
        Optional.empty(),
        lastMessageId,
        hold,
        version);
  }

  /** The same worker after {@link WorkerStore#takeSlots}. */
  public Worker withSlotsTaken(Slots taken, MessageId message) {
    return new Worker(
        id,
        state,
        profile,
        registrationInterval,
        incarnation,
        slotsUsed.plus(taken),
        lease,
        token,
        Optional.of(message),
        hold,
        version + 1);
  }

  /** The same worker, held or not. */
  public Worker withHold(Optional<WorkerHold> next) {
    return new Worker(
        id,
        state,
        profile,
        registrationInterval,
        incarnation,
        slotsUsed,
        lease,
        token,
        lastMessageId,
        next,
        version);
  }

  /** Whether it may have new jobs, if it has slots. */
  public boolean takesJobs() {
    return state == WorkerState.ONLINE && hold.isEmpty();
  }

  public Channel channel() {
    return Channel.of(id);
  }

  /** What it has, less what is taken. */
  public Slots free() {
    return profile.slots().minus(slotsUsed);
  }

  /** The worker as the API shows it. */
  public WorkerView view() {
    return view(List.copyOf(profile.capabilities()));
  }

  /** The worker as one of a list, where its capabilities are only counted. */
  WorkerView line() {
    return view(List.of());
  }

  private WorkerView view(List<String> capabilities) {
    return new WorkerView(
        id,
        capabilities,
        profile.binaries().stream().sorted().toList(),
        profile.paths().stream().sorted().toList(),
        registrationInterval,
        profile.version().orElse(null),
        state,
        lease.lastSeen(),
        profile.slots(),
        slotsUsed,
        hold.orElse(null),
        profile.capabilities().size(),
        profile.fingerprint().orElse(null),
        profile.setAside());
  }
}
