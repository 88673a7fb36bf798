package org.dffmpeg.coordinator.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.dffmpeg.coordinator.core.cluster.Broadcast;
import org.dffmpeg.coordinator.core.cluster.ShowPresence;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/** From when to when this coordinator is one of several. Thread-safe. */
final class Membership {
  private static final Logger LOG = System.getLogger(Membership.class.getName());

  private final ShowPresence presence;
  private final Broadcast broadcast;
  private final Broadcast.Audience audience;
  private final Executor executor;

  /**
   * Not yet begun.
   *
   * @param executor gives one thread to listening, until the end
   */
  Membership(
      ShowPresence presence, Broadcast broadcast, Broadcast.Audience audience, Executor executor) {
    this.presence = presence;
    this.broadcast = broadcast;
    this.audience = audience;
    this.executor = executor;
  }

  /** Listens first, and then says that it is there. */
  void begin() {
    executor.execute(() -> broadcast.listen(audience));
    presence.run();
  }

  /** Says good-bye, if there is still somebody to hear it, and listens no more. */
  void end() {
    try {
      presence.leave();
    } catch (StoreUnavailable e) {
      LOG.log(Level.WARNING, () -> "the other coordinators were not told: " + e.getMessage());
    }
    broadcast.close();
  }
}
