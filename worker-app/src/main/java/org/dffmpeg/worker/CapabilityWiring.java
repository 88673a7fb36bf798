package org.dffmpeg.worker;

import java.time.Duration;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.worker.capability.CapabilityProbe;
import org.dffmpeg.worker.config.WorkerSettings;
import org.dffmpeg.worker.execution.OsProcessStarter;
import org.dffmpeg.worker.execution.ShortCommands;

/** What asks the binaries, for those who want to know without working. */
final class CapabilityWiring {
  private CapabilityWiring() {}

  /** A probe with threads of its own. */
  static CapabilityProbe probe(WorkerSettings settings) {
    WorkerThreads threads = WorkerThreads.start();
    OsProcessStarter starter =
        new OsProcessStarter(
            threads.starter(),
            "capabilities",
            new RealSleeper(),
            () -> Duration.ofNanos(System.nanoTime()));
    ShortCommands commands = new ShortCommands(starter, threads.others());
    return new CapabilityProbe(settings.binaries(), commands::run);
  }
}
