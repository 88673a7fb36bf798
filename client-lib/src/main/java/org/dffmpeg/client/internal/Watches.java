package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.client.api.ClientClosed;
import org.dffmpeg.client.api.ProtocolMismatch;
import org.dffmpeg.client.link.Cursor;
import org.dffmpeg.client.link.MessageReceiver;
import org.dffmpeg.client.link.Receivers;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.protocol.JobView;

/**
 * Runs the watches: one thread each for its messages, a few shared ones for heartbeats.
 * Thread-safe.
 */
final class Watches {
  private final Receivers receivers;
  private final SignedHttp http;
  private final CoordinatorCalls calls;
  private final ClientThreads threads;
  private final Map<JobWatch, MessageReceiver> running = new ConcurrentHashMap<>();

  Watches(Receivers receivers, SignedHttp http, CoordinatorCalls calls, ClientThreads threads) {
    this.receivers = receivers;
    this.http = http;
    this.calls = calls;
    this.threads = threads;
  }

  /**
   * Follows a job until its end.
   *
   * @param firstBeat the first heartbeat; later ones are plain
   * @param firstBeatAfter how long that may wait
   */
  JobWatch start(
      JobView job, Listeners listeners, SignedRequest firstBeat, Duration firstBeatAfter) {
    String path =
        job.transport()
            .path()
            .orElseThrow(
                () -> new ProtocolMismatch("no way to listen to job " + job.jobId() + " offered"));
    LogRepair repair = new LogRepair(calls, job.jobId());
    JobWatch watch = new JobWatch(job.jobId(), job.requesterId(), listeners, calls, repair);
    Duration interval = Duration.ofSeconds(Math.max(1, job.heartbeatInterval()));
    ClientHeartbeat heartbeat = new ClientHeartbeat(http, calls, watch, interval, firstBeat);
    run(watch, receivers.of(path, Cursor.fromStart(), watch));
    beatLater(heartbeat, watch, firstBeatAfter);
    return watch;
  }

  /** Ends all of them; what is awaited completes exceptionally. */
  void close() {
    running.forEach(
        (watch, receiver) -> {
          receiver.stop();
          watch.abandon(closed(watch));
        });
  }

  private void run(JobWatch watch, MessageReceiver receiver) {
    running.put(watch, receiver);
    threads.watchers().execute(() -> listen(watch, receiver));
  }

  /** Whatever ends the listening, nobody waits for ever. */
  private void listen(JobWatch watch, MessageReceiver receiver) {
    try {
      receiver.run();
      watch.tellUntold();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.remove(watch);
      if (!watch.isOver()) {
        watch.abandon(closed(watch));
      }
    }
  }

  private static ClientClosed closed(JobWatch watch) {
    return new ClientClosed("the client was closed while job " + watch.job() + " was watched");
  }

  private void beatLater(ClientHeartbeat heartbeat, JobWatch watch, Duration after) {
    ScheduledExecutorService beats = threads.heartbeats();
    try {
      ScheduledFuture<?> unused =
          beats.schedule(() -> beat(heartbeat, watch), after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      watch.abandon(closed(watch));
    }
  }

  private void beat(ClientHeartbeat heartbeat, JobWatch watch) {
    if (watch.isOver()) {
      return;
    }
    try {
      Duration pause = heartbeat.beat();
      if (watch.isEndKnown()) {
        Optional.ofNullable(running.get(watch)).ifPresent(MessageReceiver::stop);
      } else {
        beatLater(heartbeat, watch, pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
