package org.dffmpeg.systemtest.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.dffmpeg.systemtest.bars.Percentiles;

/** Prints one JSON object per metric and line. */
record Report(PrintStream out, String database) {

  void value(String metric, String unit, double value) {
    print(start(metric, unit).add("value", rounded(value)));
  }

  /** A rate of so many coordinators, and how much of the raw rate of the same run it is. */
  void share(String metric, String unit, int coordinators, double value, double raw) {
    print(
        start(metric, unit)
            .add("coordinators", coordinators)
            .add("value", rounded(value))
            .add("percent_of_raw", rounded(100 * value / raw)));
  }

  /** Of so many coordinators, at that load. */
  void percentiles(String metric, int coordinators, double jobsPerSecond, Percentiles taken) {
    print(
        percentiles(start(metric, "ms"), taken)
            .add("coordinators", coordinators)
            .add("jobs_per_s", rounded(jobsPerSecond)));
  }

  void percentiles(String metric, Percentiles taken) {
    print(percentiles(start(metric, "ms"), taken));
  }

  private static JsonObjectBuilder percentiles(JsonObjectBuilder metric, Percentiles taken) {
    return metric
        .add("p50", rounded(Percentiles.millis(taken.at(50))))
        .add("p99", rounded(Percentiles.millis(taken.at(99))))
        .add("count", taken.sorted().size());
  }

  void rate(String metric, String unit, long count, Duration taken) {
    print(
        start(metric, unit)
            .add("value", rounded(count * 1e9 / taken.toNanos()))
            .add("count", count));
  }

  private JsonObjectBuilder start(String metric, String unit) {
    return Json.createObjectBuilder()
        .add("metric", metric)
        .add("database", database)
        .add("unit", unit);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }

  private void print(JsonObjectBuilder metric) {
    out.println(metric.build());
    out.flush();
  }
}
