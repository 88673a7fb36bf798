package org.dffmpeg.worker.registration;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.dffmpeg.client.link.MessageReceiver;
import org.jspecify.annotations.Nullable;

/**
 * The worker's channel: open since the first registration, opened anew when the coordinator names
 * another path, or when no token comes: then it is deaf, whatever its connection says (PROTOCOL 11,
 * step 6). Thread-safe.
 */
public final class Channel {
  private static final System.Logger LOG = System.getLogger(Channel.class.getName());

  private final Function<String, MessageReceiver> receivers;
  private final Executor threads;
  private final TokenWatch tokens;
  private String path = "";
  private @Nullable MessageReceiver receiver;

  /**
   * A closed channel.
   *
   * @param receivers makes one for a path; all share one cursor
   */
  public Channel(Function<String, MessageReceiver> receivers, Executor threads, TokenWatch tokens) {
    this.receivers = receivers;
    this.threads = threads;
    this.tokens = tokens;
  }

  /** To be asked before a registration is sent. */
  Duration now() {
    return tokens.now();
  }

  /** A registration that was sent then was taken: its token comes over this path. */
  synchronized void registered(String pathNow, Duration sentAt) {
    if (!path.equals(pathNow) || tokens.isOverdue()) {
      open(pathNow);
    }
    tokens.asked(sentAt);
  }

  /** Listens no more. */
  public synchronized void close() {
    if (receiver != null) {
      receiver.stop();
    }
  }

  private void open(String pathNow) {
    if (receiver != null) {
      LOG.log(System.Logger.Level.WARNING, "the channel is deaf or has moved: opening it anew");
      receiver.stop();
      tokens.heard();
    }
    receiver = receivers.apply(pathNow);
    path = pathNow;
    threads.execute(receiver);
  }
}
