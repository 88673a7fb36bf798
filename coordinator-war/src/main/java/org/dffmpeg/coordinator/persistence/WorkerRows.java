package org.dffmpeg.coordinator.persistence;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;

/** Workers to rows and back. Pure. */
final class WorkerRows {
  private WorkerRows() {}

  static WorkerRow of(Worker worker) {
    WorkerRow row = new WorkerRow();
    row.workerId = worker.id().value();
    row.state = worker.state().wireName();
    row.capabilitiesHash = CapabilitySets.key(worker.profile().capabilities());
    row.fingerprint = worker.profile().fingerprint().orElse(null);
    row.binaries = sorted(worker.profile().binaries());
    row.paths = sorted(worker.profile().paths());
    row.version = worker.profile().version().orElse(null);
    Slots slots = worker.profile().slots();
    row.slots = slots.count(Slots.CPU);
    row.probeSlots = slots.count(Slots.PROBE);
    row.otherSlots = SlotColumns.ofOthers(slots);
    row.slotsUsed = worker.slotsUsed().count(Slots.CPU);
    row.probeSlotsUsed = worker.slotsUsed().count(Slots.PROBE);
    row.otherSlotsUsed = SlotColumns.ofOthers(worker.slotsUsed());
    row.registrationInterval = worker.registrationInterval();
    row.incarnation = worker.incarnation().orElse(null);
    row.lastSeen = worker.lease().lastSeen();
    row.leaseUntil = worker.lease().until().orElse(null);
    row.token = worker.token().map(Token::text).orElse(null);
    row.tokenMessageId = worker.token().map(token -> token.message().value()).orElse(null);
    row.lastMessageId = worker.lastMessageId().map(MessageId::value).orElse(null);
    row.hold = worker.hold().map(WorkerHold::wireName).orElse(null);
    row.setAside = Texts.ofTextsByName(worker.profile().setAside());
    row.rowVersion = worker.version();
    return row;
  }

  static Worker toWorker(WorkerRow row, Capabilities capabilities) {
    return new Worker(
        new WorkerId(row.workerId),
        WorkerState.ofWireName(row.state)
            .orElseThrow(() -> new IllegalStateException(row.workerId + " is " + row.state)),
        profile(row, capabilities),
        row.registrationInterval,
        Optional.ofNullable(row.incarnation),
        SlotColumns.toSlots(row.slotsUsed, row.probeSlotsUsed, row.otherSlotsUsed),
        new Lease(row.lastSeen, Optional.ofNullable(row.leaseUntil)),
        token(row),
        Optional.ofNullable(row.lastMessageId).map(MessageId::new),
        Optional.ofNullable(row.hold).flatMap(WorkerHold::ofWireName),
        row.rowVersion);
  }

  private static WorkerProfile profile(WorkerRow row, Capabilities capabilities) {
    return new WorkerProfile(
        capabilities,
        Set.copyOf(Texts.toList(row.binaries)),
        Set.copyOf(Texts.toList(row.paths)),
        Optional.ofNullable(row.version),
        SlotColumns.toSlots(row.slots, row.probeSlots, row.otherSlots),
        Optional.ofNullable(row.fingerprint),
        Texts.toTextsByName(row.setAside));
  }

  private static Optional<Token> token(WorkerRow row) {
    return row.token == null || row.tokenMessageId == null
        ? Optional.empty()
        : Optional.of(new Token(row.token, new MessageId(row.tokenMessageId)));
  }

  private static String sorted(Collection<String> texts) {
    return Texts.ofList(texts.stream().sorted().toList());
  }
}
