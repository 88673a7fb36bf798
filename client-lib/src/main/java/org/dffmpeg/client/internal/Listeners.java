package org.dffmpeg.client.internal;

import java.util.List;
import java.util.function.Consumer;
import org.dffmpeg.client.api.ClientListener;

/** The listeners of one job, in front of the client's one event thread. Thread-safe. */
final class Listeners {
  private final Events events;
  private final List<ClientListener> listeners;

  Listeners(Events events, List<ClientListener> listeners) {
    this.events = events;
    this.listeners = listeners.stream().filter(l -> l != ClientListener.NONE).toList();
  }

  /** Whether nobody listens, so that nothing need be prepared. */
  boolean nobody() {
    return listeners.isEmpty();
  }

  /** Tells all, later, in order. */
  void tell(Consumer<ClientListener> news) throws InterruptedException {
    tell(0, news);
  }

  /**
   * As {@link #tell(Consumer)}.
   *
   * @param characters of text that the news hold
   */
  void tell(int characters, Consumer<ClientListener> news) throws InterruptedException {
    for (ClientListener listener : listeners) {
      events.add(() -> news.accept(listener), characters);
    }
  }

  /** As {@link #tell(Consumer)}, without waiting for room. */
  void tellAtOnce(Consumer<ClientListener> news) {
    for (ClientListener listener : listeners) {
      events.addAtOnce(() -> news.accept(listener));
    }
  }

  /** Does this after everything told before. */
  void afterwards(Runnable action) throws InterruptedException {
    events.add(action, 0);
  }
}
