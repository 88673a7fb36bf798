package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.dffmpeg.coordinator.batch.BatchRetentionRuns;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.RetentionRuns;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.persistence.Database;

/** How what is over goes. */
@ApplicationScoped
public class RetentionWiring {

  @Produces
  @Singleton
  PurgeOld purgeOld(
      Transactions transactions, Database database, CoordinatorSettings settings, Clock clock) {
    return new PurgeOld(transactions, database.retention(), settings.retention().policy(), clock);
  }

  @Produces
  @Singleton
  RetentionRuns retentionRuns() {
    return new BatchRetentionRuns();
  }
}
