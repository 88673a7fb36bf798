package org.dffmpeg.common.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.WorkerView;

/**
 * PROTOCOL 5.4, {@code /status/data}: short forms of workers and jobs, times ending in {@code
 * +00:00}. What the short forms leave out is empty after reading.
 */
final class StatusViewCodec implements Codec<StatusView> {
  private static final WorkerLineCodec WORKER = new WorkerLineCodec();
  private static final CoordinatorViewCodec COORDINATOR = new CoordinatorViewCodec();
  private static final JobLineCodec JOB = new JobLineCodec();

  @Override
  public void write(StatusView status, ObjectWriter out) {
    ObjectWriter all =
        out.withNumericZone()
            .objects("workers", WORKER, status.workers())
            .scalars("worker_load", status.workerLoad())
            .objects("jobs", JOB, status.jobs())
            .flag("queue_paused", status.queuePaused());
    if (!status.coordinators().isEmpty()) {
      all.objects("coordinators", COORDINATOR, status.coordinators());
    }
  }

  @Override
  public StatusView read(ObjectReader in) {
    return new StatusView(
        in.objects("workers", WORKER),
        in.required("worker_load", StatusViewCodec::load, Map.of()),
        in.objects("jobs", JOB),
        in.flagOr("queue_paused", false),
        in.has("coordinators") ? in.objects("coordinators", COORDINATOR) : List.of());
  }

  private static Map<String, Integer> load(Input input) {
    return Readers.valuesByName(input, Input::integer);
  }

  private static final class WorkerLineCodec implements Codec<WorkerView> {
    @Override
    public void write(WorkerView worker, ObjectWriter out) {
      out.text("worker_id", worker.workerId())
          .text("status", worker.status().wireName())
          .time("last_seen", worker.lastSeen())
          .texts("binaries", worker.binaries().stream().sorted().toList())
          .texts("paths", worker.paths().stream().sorted().toList());
      SlotsText.write("slots", worker.slots(), out);
      SlotsText.write("slots_used", worker.slotsUsed(), out);
      WorkerHold hold = worker.hold();
      out.text("hold", hold == null ? null : hold.wireName());
      SetAside.write(worker.setAside(), out);
    }

    @Override
    public WorkerView read(ObjectReader in) {
      return new WorkerView(
          in.workerId("worker_id"),
          List.of(),
          in.textsOr("binaries", List.of()),
          in.textsOr("paths", List.of()),
          0,
          null,
          States.worker(in, "status"),
          in.optionalTime("last_seen"),
          in.given("slots", SlotsText::shown, Slots.NONE),
          in.given("slots_used", SlotsText::shown, Slots.NONE),
          States.hold(in),
          0,
          null,
          SetAside.shown(in));
    }
  }

  private static final class JobLineCodec implements Codec<JobView> {
    private static final TransportOffer NONE = new TransportOffer("none", Map.of());

    @Override
    public void write(JobView job, ObjectWriter out) {
      EndReason reason = job.reason();
      out.text("job_id", job.jobId())
          .text("status", job.status().wireName())
          .number("exit_code", job.exitCode())
          .text("binary_name", job.binaryName())
          .text("requester_id", job.requesterId())
          .text("worker_id", job.workerId())
          .time("created_at", job.createdAt())
          .time("last_update", job.lastUpdate())
          .number("attempt", job.attempt())
          .text("reason", reason == null ? null : reason.wireName())
          .text("waiting_for", job.waitingFor());
    }

    @Override
    public JobView read(ObjectReader in) {
      return new JobView(
          NONE,
          in.jobId("job_id"),
          in.clientId("requester_id"),
          in.text("binary_name"),
          List.of(),
          List.of(),
          null,
          States.job(in, "status"),
          in.optionalInteger("exit_code"),
          in.optional("worker_id", input -> new WorkerId(Readers.identity(input))),
          in.timeOr("created_at", Instant.EPOCH),
          in.timeOr("last_update", Instant.EPOCH),
          null,
          null,
          0,
          false,
          in.integerOr("attempt", 0),
          List.of(),
          null,
          null,
          States.reason(in),
          null,
          in.optionalText("waiting_for"),
          null,
          null,
          JobOptions.DEFAULT);
    }
  }
}
