package org.dffmpeg.coordinator.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.Backlog;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.Sweep;
import org.jspecify.annotations.Nullable;

/** Reads what the sweep named by the step has to delete; its checkpoint is the last key. */
@Named
@Dependent
public class RetentionReader extends AbstractItemReader {
  private final PurgeOld purge;
  private final StepContext step;
  private @Nullable Backlog backlog;

  /** Reads when the step is opened. */
  @Inject
  public RetentionReader(PurgeOld purge, StepContext step) {
    this.purge = purge;
    this.step = step;
  }

  @Override
  public void open(@Nullable Serializable checkpoint) {
    Optional<Aged> place = Optional.ofNullable((String) checkpoint).map(Aged::ofText);
    backlog = purge.begin(Sweep.ofWireName(step.getStepName()), place);
  }

  @Override
  public @Nullable Object readItem() {
    return opened().next().orElse(null);
  }

  /** As text: it outlives this version of the program. */
  @Override
  public Serializable checkpointInfo() {
    return opened().checkpoint().text();
  }

  private Backlog opened() {
    if (backlog == null) {
      throw new IllegalStateException("the step is not open");
    }
    return backlog;
  }
}
