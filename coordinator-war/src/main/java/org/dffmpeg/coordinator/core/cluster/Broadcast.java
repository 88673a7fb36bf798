package org.dffmpeg.coordinator.core.cluster;

/**
 * Carries short texts from each coordinator to all that listen at that moment, itself included: at
 * most once, in no order that counts. Thread-safe.
 */
public interface Broadcast extends AutoCloseable {
  /** The longest text, in bytes of UTF-8. */
  int LONGEST = 7_900;

  /** For a database that serves one coordinator: nobody hears anything. */
  Broadcast NONE =
      new Broadcast() {
        @Override
        public void send(String text) {}

        @Override
        public void listen(Audience audience) {}

        @Override
        public void close() {}
      };

  /** Who is told. Both methods return at once and do not throw. */
  interface Audience {
    /** Somebody sent this. */
    void heard(String text);

    /** Something may have been sent while nobody listened here. */
    void mayHaveMissed();
  }

  /**
   * Sends. May block: never on a thread that has just committed. One thread at a time.
   *
   * @throws org.dffmpeg.coordinator.core.tx.StoreUnavailable if it is not sent
   */
  void send(String text);

  /** Listens on the calling thread until this is closed; what breaks is begun anew. */
  void listen(Audience audience);

  /** Ends sending and listening. Idempotent. */
  @Override
  void close();
}
