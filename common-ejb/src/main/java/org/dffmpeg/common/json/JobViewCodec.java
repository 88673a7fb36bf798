package org.dffmpeg.common.json;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.JobView;

/**
 * PROTOCOL 5.3 "JobRecord": flat, with the transport's two keys first. A Python peer may leave out
 * nearly everything; then defaults are taken.
 */
final class JobViewCodec implements Codec<JobView> {
  private static final int DEFAULT_HEARTBEAT_INTERVAL = 5;
  private static final TransportOfferCodec TRANSPORT = new TransportOfferCodec();
  private static final AttemptViewCodec ATTEMPT = new AttemptViewCodec();

  @Override
  public void write(JobView job, ObjectWriter out) {
    out.flat(TRANSPORT, job.transport())
        .text("job_id", job.jobId())
        .text("requester_id", job.requesterId())
        .text("binary_name", job.binaryName())
        .texts("arguments", job.arguments())
        .texts("paths", job.paths())
        .text("working_directory", job.workingDirectory())
        .text("status", job.status().wireName())
        .number("exit_code", job.exitCode())
        .text("worker_id", job.workerId())
        .time("created_at", job.createdAt())
        .time("last_update", job.lastUpdate())
        .time("worker_last_seen", job.workerLastSeen())
        .time("client_last_seen", job.clientLastSeen())
        .number("heartbeat_interval", job.heartbeatInterval())
        .flag("monitor", job.monitor());
    writeAdditions(job, out);
  }

  private static void writeAdditions(JobView job, ObjectWriter out) {
    EndReason reason = job.reason();
    out.number("attempt", job.attempt())
        .objects("attempts", ATTEMPT, job.attempts())
        .time("started_at", job.startedAt())
        .time("finished_at", job.finishedAt())
        .text("reason", reason == null ? null : reason.wireName())
        .text("reason_detail", job.reasonDetail())
        .text("waiting_for", job.waitingFor())
        .number("queue_position", job.queuePosition())
        .time("estimated_start", job.estimatedStart())
        .flat(JobOptionsCodec.SHOWN, job.options());
  }

  @Override
  public JobView read(ObjectReader in) {
    return new JobView(
        in.flat(TRANSPORT),
        in.jobId("job_id"),
        in.clientId("requester_id"),
        in.text("binary_name"),
        in.textsOr("arguments", List.of()),
        in.textsOr("paths", List.of()),
        in.optionalText("working_directory"),
        States.job(in, "status"),
        in.optionalInteger("exit_code"),
        in.optional("worker_id", input -> new WorkerId(Readers.identity(input))),
        in.timeOr("created_at", Instant.EPOCH),
        in.timeOr("last_update", Instant.EPOCH),
        in.optionalTime("worker_last_seen"),
        in.optionalTime("client_last_seen"),
        in.integerOr("heartbeat_interval", DEFAULT_HEARTBEAT_INTERVAL),
        in.flagOr("monitor", false),
        in.integerOr("attempt", 0),
        in.given("attempts", input -> Readers.objects(input, ATTEMPT), List.of()),
        in.optionalTime("started_at"),
        in.optionalTime("finished_at"),
        States.reason(in),
        in.optionalText("reason_detail"),
        in.optionalText("waiting_for"),
        in.optionalInteger("queue_position"),
        in.optionalTime("estimated_start"),
        in.flat(JobOptionsCodec.SHOWN));
  }
}
