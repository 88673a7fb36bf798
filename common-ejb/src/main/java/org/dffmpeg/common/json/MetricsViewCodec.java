package org.dffmpeg.common.json;

import java.util.Map;
import org.dffmpeg.common.protocol.JobCounts;
import org.dffmpeg.common.protocol.MetricsView;

/** PROTOCOL 5.4, {@code /metrics}. */
final class MetricsViewCodec implements Codec<MetricsView> {
  private static final JobCountsCodec COUNTS = new JobCountsCodec();

  @Override
  public void write(MetricsView metrics, ObjectWriter out) {
    out.object("total", COUNTS, metrics.total())
        .objectsByName("per_binary", COUNTS, metrics.perBinary())
        .objectsByName("per_worker", COUNTS, metrics.perWorker());
  }

  @Override
  public MetricsView read(ObjectReader in) {
    return new MetricsView(
        in.object("total", COUNTS),
        in.required("per_binary", input -> Readers.objectsByName(input, COUNTS), Map.of()),
        in.required("per_worker", input -> Readers.objectsByName(input, COUNTS), Map.of()));
  }

  private static final class JobCountsCodec implements Codec<JobCounts> {
    @Override
    public void write(JobCounts counts, ObjectWriter out) {
      out.number("current", counts.current())
          .number("last_1m", counts.lastMinute())
          .number("last_5m", counts.lastFiveMinutes());
    }

    @Override
    public JobCounts read(ObjectReader in) {
      return new JobCounts(in.integer("current"), in.integer("last_1m"), in.integer("last_5m"));
    }
  }
}
