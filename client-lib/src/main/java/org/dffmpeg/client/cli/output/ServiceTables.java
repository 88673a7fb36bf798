package org.dffmpeg.client.cli.output;

import java.time.ZoneId;
import java.util.List;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.protocol.RetentionRun;

/** What serves the jobs, as tables for people; times are shown in the reader's zone. Immutable. */
public final class ServiceTables {
  private final Times times;

  /** For a reader in that zone. */
  public ServiceTables(ZoneId zone) {
    this.times = new Times(zone);
  }

  /** One line per coordinator. */
  public Table coordinators(List<CoordinatorView> coordinators) {
    return new Table(
        List.of("COORDINATOR", "STATUS", "ADDRESS", "VERSION", "STARTED", "LAST SEEN"),
        coordinators.stream()
            .map(
                coordinator ->
                    List.of(
                        Cell.of(coordinator.coordinatorId()),
                        coordinator.online()
                            ? Cell.of("online", Color.GOOD)
                            : Cell.of("silent", Color.BAD),
                        Cell.of(coordinator.address()),
                        Cell.of(coordinator.version()),
                        times.cell(coordinator.startedAt()),
                        times.cell(coordinator.lastSeen())))
            .toList());
  }

  /** One line per run of retention. */
  public Table retentionRuns(List<RetentionRun> runs) {
    return new Table(
        List.of("RUN", "STATUS", "STARTED", "ENDED", "LOGS", "MESSAGES", "JOBS", "WORKERS"),
        runs.stream()
            .map(
                run ->
                    List.of(
                        Cell.of(run.run()),
                        Cell.of(run.status(), runColor(run.status())),
                        times.cell(run.startedAt()),
                        times.cell(run.endedAt()),
                        Cell.of(run.logs()),
                        Cell.of(run.messages()),
                        Cell.of(run.jobs()),
                        Cell.of(run.workers())))
            .toList());
  }

  private static Color runColor(String status) {
    return switch (status) {
      case "completed" -> Color.GOOD;
      case "running" -> Color.BUSY;
      default -> Color.BAD;
    };
  }
}
