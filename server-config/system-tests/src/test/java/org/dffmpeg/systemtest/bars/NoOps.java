package org.dffmpeg.systemtest.bars;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.systemtest.wire.Credentials;

/** Runs jobs through the library, many at once or one by one. */
public final class NoOps {
  private NoOps() {}

  public static JobClient connect(URI coordinator, Credentials identity) {
    return JobClient.connect(ClientSettings.of(coordinator, identity.clientId(), identity.key()));
  }

  /**
   * Runs so many jobs, each with its number as its only argument, and counts how each ended.
   *
   * @param inFlight at most so many submitted and not yet ended
   * @return simple name of the result's class to count
   */
  public static Map<String, Long> run(JobClient client, int jobs, int inFlight, Duration patience)
      throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    List<CompletableFuture<JobResult>> results = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("no job ended within " + patience + " after " + i + " submits");
      }
      CompletableFuture<JobResult> result =
          client.submit(JobRequest.of("ffmpeg", Integer.toString(i))).result();
      results.add(result.whenComplete((end, failure) -> room.release()));
    }
    return results.stream()
        .map(result -> result.orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join())
        .collect(
            Collectors.groupingBy(end -> end.getClass().getSimpleName(), Collectors.counting()));
  }

  /** Runs so many jobs one after the other; how long each took from before submit to its end. */
  public static Percentiles latencies(JobClient client, int jobs) throws Exception {
    List<Duration> taken = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      long start = System.nanoTime();
      JobHandle handle = client.submit(JobRequest.of("ffmpeg", Integer.toString(i)));
      JobResult result = handle.await(Duration.ofSeconds(30));
      taken.add(Duration.ofNanos(System.nanoTime() - start));
      if (result.exitCode() != 0) {
        throw new AssertionError(result.toString());
      }
    }
    return Percentiles.of(taken);
  }
}
