package org.dffmpeg.coordinator.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.Sweep;

/** Deletes a chunk of what the reader found. */
@Named
@Dependent
public class RetentionWriter extends AbstractItemWriter {
  private final PurgeOld purge;
  private final StepContext step;

  /** Deletes when it is given something. */
  @Inject
  public RetentionWriter(PurgeOld purge, StepContext step) {
    this.purge = purge;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    List<Aged> chunk = items.stream().map(Aged.class::cast).toList();
    purge.delete(Sweep.ofWireName(step.getStepName()), chunk);
  }
}
