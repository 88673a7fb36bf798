package org.dffmpeg.worker.logship;

import java.time.Duration;
import java.util.function.Consumer;
import org.dffmpeg.client.link.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Lets lines through and, of records that overwrite each other, about two a second and always the
 * last (G3). Confined to one thread.
 */
final class ProgressThinner implements OutputSplitter.Sink {
  private static final Duration APART = Duration.ofMillis(500);

  private final Ticker ticker;
  private final Consumer<String> next;
  private @Nullable Duration lastTold;
  private @Nullable String held;

  ProgressThinner(Ticker ticker, Consumer<String> next) {
    this.ticker = ticker;
    this.next = next;
  }

  @Override
  public void line(String text) {
    end();
    next.accept(text);
  }

  @Override
  public void overwritten(String text) {
    if (lastTold == null || ticker.since(lastTold).compareTo(APART) >= 0) {
      held = null;
      lastTold = ticker.now();
      next.accept(text);
    } else {
      held = text;
    }
  }

  /** Lets go of the record that is held back, if any. */
  void end() {
    if (held != null) {
      next.accept(held);
      held = null;
    }
  }
}
