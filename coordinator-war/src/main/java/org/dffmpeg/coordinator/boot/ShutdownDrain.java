package org.dffmpeg.coordinator.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.front.Traffic;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** The orderly end of service (B2). Run once. */
final class ShutdownDrain {
  private static final Logger LOG = System.getLogger(ShutdownDrain.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServiceState state;
  private final OpenStreams streams;
  private final Traffic traffic;
  private final List<Runnable> last;
  private final Duration delay;
  private final Sleeper sleeper;

  /**
   * Nothing happens yet.
   *
   * @param last what remains to be noted when everybody has gone, each whatever became of the
   *     others
   * @param delay how long load balancers have to notice the 503
   */
  ShutdownDrain(
      ServiceState state,
      OpenStreams streams,
      Traffic traffic,
      List<Runnable> last,
      Duration delay,
      Sleeper sleeper) {
    this.state = state;
    this.streams = streams;
    this.traffic = traffic;
    this.last = List.copyOf(last);
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
    last.forEach(ShutdownDrain::attempt);
  }

  /** What fails, without a database for instance, must not keep the process alive. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "could not be noted any more: " + e);
    }
  }
}
