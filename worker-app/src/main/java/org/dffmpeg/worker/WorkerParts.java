package org.dffmpeg.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.client.link.Loop;
import org.dffmpeg.worker.assignment.JobDesk;
import org.dffmpeg.worker.execution.FreeSpace;
import org.dffmpeg.worker.execution.RoomWatch;
import org.dffmpeg.worker.lifecycle.WorkerLifecycle;
import org.dffmpeg.worker.recovery.FormerLife;
import org.dffmpeg.worker.registration.Channel;
import org.dffmpeg.worker.registration.Farewell;
import org.dffmpeg.worker.registration.RegistrationLoop;
import org.dffmpeg.worker.spool.SpoolDirectory;

/** What starts, drains and stops with the worker. Thread-safe. */
final class WorkerParts implements WorkerLifecycle.Parts {
  private static final System.Logger LOG = System.getLogger(WorkerParts.class.getName());

  private static final Duration LAST_REGISTRATION = Duration.ofSeconds(6);

  /** What this worker keeps on its disk, what a former life left there, and the room for more. */
  record Disk(SpoolDirectory spool, FormerLife formerLife, FreeSpace space) {}

  private final RegistrationLoop registration;
  private final Loop registrations;
  private final Loop roomWatch;
  private final Channel channel;
  private final JobDesk desk;
  private final Disk disk;
  private final Farewell farewell;
  private final Executor threads;
  private CompletableFuture<Void> registering = CompletableFuture.completedFuture(null);

  WorkerParts(
      RegistrationLoop registration,
      Channel channel,
      JobDesk desk,
      Disk disk,
      Farewell farewell,
      Executor threads) {
    this.registration = registration;
    this.registrations = new Loop("registration", registration::tick);
    this.roomWatch = new Loop("free space", new RoomWatch(disk.space(), this::roomChanged)::tick);
    this.channel = channel;
    this.desk = desk;
    this.disk = disk;
    this.farewell = farewell;
    this.threads = threads;
  }

  @Override
  public void start() {
    threads.execute(roomWatch);
    registering = CompletableFuture.runAsync(this::settleAndRegister, threads);
  }

  /** F2. */
  private void settleAndRegister() {
    try {
      disk.formerLife().settle();
      registrations.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void roomChanged(boolean hasRoom) {
    desk.suspend(!hasRoom);
    registration.suspend(!hasRoom);
    registrations.wake();
  }

  /** Does not wait for the next time. */
  void registerNow() {
    registrations.wake();
  }

  @Override
  public void drain() {
    desk.close();
    registration.drain();
    registrations.wake();
  }

  @Override
  public void stop() {
    endRegistrations();
    roomWatch.stop();
    channel.close();
    farewell.say();
    try {
      disk.spool().close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "the spool is not closed: " + e);
    }
  }

  /** A registration on its way must not overtake the good-bye: it would bring the worker back. */
  private void endRegistrations() {
    disk.formerLife().stop();
    registrations.stop();
    registering
        .completeOnTimeout(null, LAST_REGISTRATION.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failed -> null)
        .join();
  }
}
