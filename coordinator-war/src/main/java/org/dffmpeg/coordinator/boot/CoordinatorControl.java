package org.dffmpeg.coordinator.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.dffmpeg.coordinator.metrics.CountingMeter;
import org.dffmpeg.coordinator.persistence.Database;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** The coordinator as JMX shows it. Thread-safe. */
final class CoordinatorControl implements CoordinatorControlMBean {
  /** The launcher knows this name. */
  static final String NAME = "org.dffmpeg:type=Coordinator";

  private static final Logger LOG = System.getLogger(CoordinatorControl.class.getName());

  private final ShutdownDrain drain;
  private final OpenStreams streams;
  private final CountingMeter meter;
  private final Database database;

  CoordinatorControl(
      ShutdownDrain drain, OpenStreams streams, CountingMeter meter, Database database) {
    this.drain = drain;
    this.streams = streams;
    this.meter = meter;
    this.database = database;
  }

  @Override
  public void drain() {
    try {
      drain.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(Level.WARNING, "draining was interrupted");
    }
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public int getOpenStreams() {
    return streams.count();
  }

  @Override
  public Map<String, Long> getCounters() {
    return meter.read();
  }
}
