package org.dffmpeg.coordinator.core.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerEvent;
import org.dffmpeg.common.fleet.WorkerLifecycle;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;

/** What a worker looks like after it has registered. Pure. */
record Registration(Worker seen, RegisterWorker request, CoordinatorPolicy policy, Instant now) {

  /** Whether the process that registers remembers nothing of what was sent before. */
  boolean isNewProcess() {
    Optional<String> announced = Optional.ofNullable(request.incarnation());
    boolean restarted =
        announced.isPresent()
            && seen.incarnation().isPresent()
            && !announced.equals(seen.incarnation());
    return seen.state() == WorkerState.OFFLINE || restarted;
  }

  Worker next(Token token) {
    return new Worker(
        seen.id(),
        state(),
        profile(),
        request.registrationInterval(),
        Optional.ofNullable(request.incarnation()),
        seen.slotsUsed(),
        lease(),
        Optional.of(token),
        Optional.of(token.message()),
        seen.hold(),
        seen.version());
  }

  /** Whether there may be jobs for it that did not fit before. */
  boolean offersMore(Worker next) {
    return seen.state() != next.state() || !seen.profile().equals(next.profile());
  }

  private WorkerState state() {
    WorkerEvent event =
        request.draining() ? WorkerEvent.REGISTER_DRAINING : WorkerEvent.REGISTER_ONLINE;
    return WorkerLifecycle.next(seen.state(), event)
        .orElseThrow(() -> new IllegalStateException("a worker can always register"));
  }

  private WorkerProfile profile() {
    Set<String> binaries = new HashSet<>(request.binaries());
    binaries.retainAll(policy.allowedBinaries());
    return new WorkerProfile(
        capabilities(),
        binaries,
        new HashSet<>(request.paths()),
        Optional.ofNullable(request.version()),
        slots(),
        Optional.ofNullable(request.fingerprint()),
        request.setAside());
  }

  /** A worker that says nothing of a pool for probes has as many as the coordinator thinks. */
  private Slots slots() {
    Slots given = request.slots();
    Slots slots = given == null ? Slots.cpu(policy.defaultWorkerSlots()) : given;
    return slots.isPlain()
        ? slots.plus(new Slots(Map.of(Slots.PROBE, policy.defaultProbeSlots())))
        : slots;
  }

  /** Whether the worker speaks of capabilities that are not known here (any more). */
  boolean wantsCapabilities() {
    return request.capabilities() == null
        && request.capabilitiesHash() != null
        && !isKnown(request.capabilitiesHash());
  }

  private Capabilities capabilities() {
    Set<String> names = new HashSet<>(ofBuild());
    request.tags().forEach(tag -> names.add(CapabilityNeeds.TAG + tag));
    return Capabilities.of(names);
  }

  /** None rather than those of another build. */
  private Collection<String> ofBuild() {
    List<String> named = request.capabilities();
    if (named != null) {
      return named;
    }
    String hash = request.capabilitiesHash();
    return hash != null && isKnown(hash) ? known() : Capabilities.NONE;
  }

  private boolean isKnown(String hash) {
    return known().hash().equals(hash);
  }

  /** What was said before; not the tags, which come with every registration. */
  private Capabilities known() {
    return Capabilities.of(
        seen.profile().capabilities().stream()
            .filter(name -> !name.startsWith(CapabilityNeeds.TAG))
            .toList());
  }

  /** Only the token proves that the worker listens; until then it has one lease to send it back. */
  private Lease lease() {
    boolean proven = seen.state() == WorkerState.ONLINE || seen.state() == WorkerState.DRAINING;
    return proven
        ? seen.lease()
        : new Lease(
            seen.lease().lastSeen(),
            Optional.of(now.plus(policy.leases().workerLease(request.registrationInterval()))));
  }
}
