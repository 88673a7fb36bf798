package org.dffmpeg.coordinator.persistence;

import java.time.Duration;
import org.dffmpeg.coordinator.stores.AttemptStoreContract;
import org.dffmpeg.coordinator.stores.CoordinatorStoreContract;
import org.dffmpeg.coordinator.stores.IdentityStoreContract;
import org.dffmpeg.coordinator.stores.JobDeadlineContract;
import org.dffmpeg.coordinator.stores.JobListContract;
import org.dffmpeg.coordinator.stores.JobQueueContract;
import org.dffmpeg.coordinator.stores.JobRoundTripContract;
import org.dffmpeg.coordinator.stores.OutboxStoreContract;
import org.dffmpeg.coordinator.stores.PauseStoreContract;
import org.dffmpeg.coordinator.stores.PresenceStoreContract;
import org.dffmpeg.coordinator.stores.RetentionStoreContract;
import org.dffmpeg.coordinator.stores.Stores;
import org.dffmpeg.coordinator.stores.TransactionsContract;
import org.dffmpeg.coordinator.stores.WorkerListContract;
import org.dffmpeg.coordinator.stores.WorkerRoundTripContract;
import org.dffmpeg.coordinator.stores.WorkerSlotsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** All contracts on one database; a subclass names it. */
abstract class DatabaseContracts {
  /** Several contracts let a unit lose every race. */
  static final Duration PATIENCE = Duration.ofMillis(50);

  abstract Database database();

  private DatabaseStores stores() {
    return new DatabaseStores(database());
  }

  @BeforeEach
  void start_with_empty_tables() {
    stores().clear();
  }

  @Nested
  class Jobs extends JobRoundTripContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Queue extends JobQueueContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class JobDeadlines extends JobDeadlineContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class JobLists extends JobListContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Attempts extends AttemptStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Workers extends WorkerRoundTripContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class WorkerSlots extends WorkerSlotsContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class WorkerLists extends WorkerListContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Messages extends OutboxStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Identities extends IdentityStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Pauses extends PauseStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Presence extends PresenceStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Coordinators extends CoordinatorStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Retention extends RetentionStoreContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Units extends TransactionsContract {
    @Override
    protected Stores stores() {
      return DatabaseContracts.this.stores();
    }
  }

  @Nested
  class Columns extends TextColumns {
    @Override
    Database database() {
      return DatabaseContracts.this.database();
    }
  }
}
