package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.JvmProbe;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.IdleStreams;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many workers that wait on NDJSON streams, each under its own name, cost next to nothing. */
@Tag("slow")
@Tag("alone")
class IdleStreamsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final int STREAMS = Bars.size(1000, 2000);

  /**
   * What the first streams bring with them, classes, statements of every connection, buffers of
   * every thread, stays for all: the heap is compared from here on, with so many that the rest
   * counts little.
   */
  private static final int FIRST = 200;

  private static final int PUSHES = Bars.size(50, 300);
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** A peer gives up {@code wait} + 5 s after the last byte (PROTOCOL 7). */
  private static final Duration KEPT_ALIVE_WITHIN = WAIT.plusMillis(1500);

  private static final Duration PUSHED_WITHIN = Duration.ofMillis(100L * Bars.size(3, 1));
  private static final long MOST_HEAP_EACH = 40 << 10;
  private static final int MORE_THREADS = 10;

  @Test
  void thousands_of_idle_workers_are_kept_alive_and_reached_at_once() throws Exception {
    Coordinator coordinator =
        LAB.coordinator(Database.H2, "handshake_delay_seconds: 0\njanitor: {interval: 300}\n");
    List<Credentials> workers = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      workers.add(coordinator.identity("idle" + i, "worker"));
    }
    JvmProbe jvm = new JvmProbe(coordinator.jvm().pid());

    try (IdleStreams streams = new IdleStreams(coordinator.url(), WAIT)) {
      new Thread(streams, "idle-streams").start();
      open(streams, workers.subList(0, FIRST));
      long heapBefore = jvm.liveHeapBytes();
      int threadsBefore = jvm.threads();
      open(streams, workers.subList(FIRST, STREAMS));

      assertThat(streams.streams())
          .allSatisfy(stream -> assertThat(stream.longestSilence()).isLessThan(KEPT_ALIVE_WITHIN));
      assertThat(jvm.threads() - threadsBefore).as("more threads").isLessThan(MORE_THREADS);
      assertThat((jvm.liveHeapBytes() - heapBefore) / (STREAMS - FIRST))
          .as("bytes of heap per stream")
          .isLessThan(MOST_HEAP_EACH);
      Percentiles pushes = push(coordinator, workers, streams);
      assertThat(pushes.at(99)).as("%s", pushes).isLessThan(PUSHED_WITHIN);
    }
  }

  /** Opens a stream each, and returns when all have been kept alive for a while. */
  private static void open(IdleStreams streams, List<Credentials> workers) throws IOException {
    for (Credentials worker : workers) {
      streams.open(worker);
    }
    streams.streams().forEach(IdleStreams.Stream::forgetSilence);
    await()
        .pollDelay(WAIT.multipliedBy(2))
        .atMost(WAIT.multipliedBy(3))
        .until(() -> streams.streams().stream().noneMatch(IdleStreams.Stream::hasEnded));
  }

  /** A registration makes the coordinator push a token: how long until its stream has it? */
  private static Percentiles push(
      Coordinator coordinator, List<Credentials> workers, IdleStreams streams) {
    List<Duration> taken = new ArrayList<>();
    for (int i = 0; i < PUSHES; i++) {
      int which = i * STREAMS / PUSHES;
      Credentials worker = workers.get(which);
      IdleStreams.Stream stream = streams.streams().get(which);
      try (RawHttp http = coordinator.as(worker)) {
        long start = System.nanoTime();
        http.post("/worker/register", registration(worker)).expectOk();
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(1, TimeUnit.MILLISECONDS)
            .atMost(Duration.ofSeconds(10))
            .until(() -> stream.lastMessages().contains("verify_registration"));
        taken.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    return Percentiles.of(taken);
  }

  private static JsonValue registration(Credentials worker) {
    return PythonJson.parse(
        """
        {"worker_id":"%s","binaries":["ffmpeg"],"paths":[],"registration_interval":600,
         "supported_transports":["http_polling"]}"""
            .formatted(worker));
  }
}
