package org.dffmpeg.common.json;

import java.util.List;
import java.util.function.Function;
import org.dffmpeg.common.protocol.SubmitJob;

/** PROTOCOL 5.4, {@code POST /jobs/submit}. */
final class SubmitJobCodec implements Codec<SubmitJob> {
  /** Zero asks for the coordinator's own; a longer lease than an hour's would keep the dead. */
  private static final Function<Input, Integer> INTERVAL = Readers.integerWithin(0, 3600);

  @Override
  public void write(SubmitJob job, ObjectWriter out) {
    out.text("binary_name", job.binaryName())
        .texts("arguments", job.arguments())
        .texts("paths", job.paths())
        .text("working_directory", job.workingDirectory())
        .texts("supported_transports", job.supportedTransports())
        .flag("monitor", job.monitor())
        .number("heartbeat_interval", job.heartbeatInterval())
        .text("idempotency_key", job.idempotencyKey())
        .flat(JobOptionsCodec.ASKED, job.options());
  }

  @Override
  public SubmitJob read(ObjectReader in) {
    return new SubmitJob(
        in.required("binary_name", Bounds.SOME_NAME, ""),
        in.or("arguments", Bounds.LONG_LIST, List.of()),
        in.or("paths", Bounds.LONG_LIST, List.of()),
        in.optional("working_directory", Bounds.LONG_TEXT),
        in.someTexts("supported_transports"),
        in.flagOr("monitor", false),
        in.optional("heartbeat_interval", INTERVAL),
        in.optionalName("idempotency_key"),
        in.flat(JobOptionsCodec.ASKED));
  }
}
