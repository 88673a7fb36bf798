package org.dffmpeg.coordinator.stores;

import org.junit.jupiter.api.Nested;

/** The stores that serve the tests of the use cases keep the contracts too. */
class InMemoryStoresTest {
  private final Stores stores = new InMemoryStores();

  @Nested
  class Jobs extends JobStoreContract {
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
  class Workers extends WorkerStoreContract {
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
