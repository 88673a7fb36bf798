package org.dffmpeg.common.json;

import java.util.List;
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
        .time("last_seen", worker.lastSeen())
        .number("slots", worker.slots())
        .number("slots_used", worker.slotsUsed());
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
        in.integerOr("slots", 0),
        in.integerOr("slots_used", 0));
  }
}
