package org.dffmpeg.coordinator.stream;

import java.time.Duration;

/** An open request of somebody who waits for messages. Thread-safe; no method blocks. */
interface Listener {
  /** There may be something to read. */
  void wake();

  /**
   * Time has passed.
   *
   * @param now a monotonic time since an arbitrary origin
   */
  void tick(Duration now);

  /** The coordinator is going: say what is left to say and close. */
  void end();
}
