package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.protocol.WorkerView;

/** PROTOCOL 5.3 "Worker". */
final class WorkerViewCodec implements Codec<WorkerView> {
  @Override
  public void write(WorkerView worker, ObjectWriter out) {
    out.text("worker_id", worker.workerId())
        .texts("capabilities", worker.capabilities())
        .texts("binaries", worker.binaries())
        .texts("paths", worker.paths())
        .number("registration_interval", worker.registrationInterval())
        .text("version", worker.version())
        .text("status", worker.status().wireName())
        .time("last_seen", worker.lastSeen());
    SlotsText.write("slots", worker.slots(), out);
    SlotsText.write("slots_used", worker.slotsUsed(), out);
    WorkerHold hold = worker.hold();
    out.text("hold", hold == null ? null : hold.wireName())
        .number("capabilities_count", worker.capabilitiesCount())
        .text("fingerprint", worker.fingerprint());
    SetAside.write(worker.setAside(), out);
  }

  @Override
  public WorkerView read(ObjectReader in) {
    return new WorkerView(
        in.workerId("worker_id"),
        in.textsOr("capabilities", List.of()),
        in.textsOr("binaries", List.of()),
        in.textsOr("paths", List.of()),
        in.integerOr("registration_interval", 0),
        in.optionalText("version"),
        States.worker(in, "status"),
        in.optionalTime("last_seen"),
        in.given("slots", SlotsText::shown, Slots.NONE),
        in.given("slots_used", SlotsText::shown, Slots.NONE),
        States.hold(in),
        in.integerOr("capabilities_count", 0),
        in.optionalText("fingerprint"),
        SetAside.shown(in));
  }
}
