package org.dffmpeg.coordinator.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.job.FindStatus;
import org.jspecify.annotations.Nullable;

/** The start page: workers and the jobs of the last hour. Confined to one request. */
@Named("dashboard")
@RequestScoped
public class DashboardPage {
  private static final Duration WINDOW = Duration.ofHours(1);

  @Inject private FindStatus findStatus;
  private @Nullable StatusView status;

  /** One row per worker. */
  public List<WorkerView> getWorkers() {
    return status().workers();
  }

  /** One row per job, newest first. */
  public List<JobView> getJobs() {
    return status().jobs();
  }

  /** Whether an operator has stopped the assignment of jobs. */
  public boolean isQueuePaused() {
    return status().queuePaused();
  }

  private StatusView status() {
    StatusView known = status;
    if (known == null) {
      known = findStatus.run(WINDOW);
      status = known;
    }
    return known;
  }
}
