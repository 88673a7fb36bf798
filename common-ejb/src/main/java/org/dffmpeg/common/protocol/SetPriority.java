package org.dffmpeg.common.protocol;

import org.dffmpeg.common.job.JobClass;
import org.jspecify.annotations.Nullable;

/** A request to move a pending job in the queue; our addition. What is null stays as it is. */
public record SetPriority(@Nullable JobClass jobClass, @Nullable Integer priority) {
  public SetPriority {
    if (priority != null) {
      Bounds.check("priority", priority, -JobOptions.HIGHEST_PRIORITY, JobOptions.HIGHEST_PRIORITY);
    }
  }
}
