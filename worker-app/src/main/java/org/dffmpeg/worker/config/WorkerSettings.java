package org.dffmpeg.worker.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.config.Coordinators;
import org.dffmpeg.common.config.PeerIdentity;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.mount.MountPoint;

/**
 * Everything that can be set (PROTOCOL 18 "Worker keys"). Immutable; prints without the key.
 *
 * @param binaries name → executable, as this worker offers them
 * @param slots how many jobs at once, by pool
 * @param tags what a job can require of the machine besides what ffmpeg can do
 * @param jobLease how long a job may run at most without an answered heartbeat; empty if the
 *     coordinator alone decides
 * @param probing whether the binaries are asked what they can
 */
public record WorkerSettings(
    PeerIdentity identity,
    Coordinators coordinators,
    TransportSettings transports,
    PathMap paths,
    Map<String, Path> binaries,
    Slots slots,
    List<String> tags,
    Optional<Duration> jobLease,
    Registration registration,
    Draining draining,
    BatchSize logs,
    Disk disk,
    boolean probing,
    Mounts mounts) {

  /** Copies. */
  public WorkerSettings {
    binaries = Map.copyOf(binaries);
    tags = List.copyOf(tags);
  }

  /** How often a worker says that it is there; the jitter is to either side. */
  public record Registration(Duration interval, Duration jitter) {}

  /** What the first SIGTERM does: whether jobs may end, and how long to wait at least. */
  public record Draining(boolean enabled, Duration least) {}

  /**
   * What this worker keeps on its own disk.
   *
   * @param spool what it could not say yet
   * @param spoolLimitBytes how much output that may be
   * @param minFreeBytes with less free space it takes no more work; zero for never
   */
  public record Disk(Path spool, long spoolLimitBytes, long minFreeBytes) {}

  /** What must be mounted, and whether and how to get it back. */
  public record Mounts(boolean recovery, boolean sudo, List<MountPoint> points) {
    /** Copies. */
    public Mounts {
      points = List.copyOf(points);
    }
  }
}
