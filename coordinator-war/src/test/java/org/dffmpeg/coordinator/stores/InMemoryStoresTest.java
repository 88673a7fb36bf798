package org.dffmpeg.coordinator.stores;

import org.junit.jupiter.api.Nested;

/** The stores that serve the tests of the use cases keep the contracts too. */
class InMemoryStoresTest {
  private final Stores stores = new InMemoryStores();

  @Nested
  class Jobs extends JobRoundTripContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Queue extends JobQueueContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class JobDeadlines extends JobDeadlineContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class JobLists extends JobListContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Attempts extends AttemptStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Workers extends WorkerRoundTripContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class WorkerSlots extends WorkerSlotsContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class WorkerLists extends WorkerListContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Messages extends OutboxStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Identities extends IdentityStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Pauses extends PauseStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Presence extends PresenceStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Coordinators extends CoordinatorStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Retention extends RetentionStoreContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }

  @Nested
  class Units extends TransactionsContract {
    @Override
    protected Stores stores() {
      return stores;
    }
  }
}
