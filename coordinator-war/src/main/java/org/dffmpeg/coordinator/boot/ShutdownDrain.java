package org.dffmpeg.coordinator.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.front.Traffic;
import org.dffmpeg.coordinator.stream.DeliveryMarks;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** The orderly end of service (B2). Run once. */
final class ShutdownDrain {
  private static final Logger LOG = System.getLogger(ShutdownDrain.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServiceState state;
  private final OpenStreams streams;
  private final Traffic traffic;
  private final DeliveryMarks marks;
  private final Duration delay;
  private final Sleeper sleeper;

  /**
   * Nothing happens yet.
   *
   * @param delay how long load balancers have to notice the 503
   */
  ShutdownDrain(
      ServiceState state,
      OpenStreams streams,
      Traffic traffic,
      DeliveryMarks marks,
      Duration delay,
      Sleeper sleeper) {
    this.state = state;
    this.streams = streams;
    this.traffic = traffic;
    this.marks = marks;
    this.delay = delay;
    this.sleeper = sleeper;
  }

  void run() throws InterruptedException {
    state.beginShutdown();
    if (!delay.isZero()) {
      sleeper.sleep(delay);
    }
    streams.endAll();
    if (!streams.awaitNone(PATIENCE)) {
      LOG.log(Level.WARNING, () -> streams.count() + " streams did not end in time");
    }
    if (!traffic.awaitQuiet(PATIENCE)) {
      LOG.log(Level.WARNING, "some requests were not answered in time");
    }
    marks.flush();
  }
}
