package org.dffmpeg.client.internal;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;

/**
 * Fetches lines that were stored but not heard before the end (PROTOCOL 23, peers 4): an old
 * coordinator may have given them ids that a cursor skips. Thread-safe.
 */
final class LogRepair {
  private static final System.Logger LOG = System.getLogger(LogRepair.class.getName());

  private final CoordinatorCalls calls;
  private final JobId job;
  private volatile Optional<MessageId> last = Optional.empty();

  LogRepair(CoordinatorCalls calls, JobId job) {
    this.calls = calls;
    this.job = job;
  }

  void heard(MessageId logs) {
    last = last.filter(l -> l.compareTo(logs) > 0).or(() -> Optional.of(logs));
  }

  /** Who takes lines. */
  @FunctionalInterface
  interface Taker {
    void take(List<LogEntry> lines) throws InterruptedException;
  }

  /**
   * Gives the lines after the last heard ones, page by page; what cannot be fetched is only logged:
   * the job has ended.
   */
  void eachMissing(Taker taker) throws InterruptedException {
    try {
      LogPage page = page();
      while (page.lastMessageId() != null) {
        taker.take(page.logs());
        heard(page.lastMessageId());
        page = page();
      }
    } catch (ClientException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "job " + job + " ended, but its last lines cannot be read: " + e.getMessage());
    }
  }

  private LogPage page() {
    return calls.ask("read logs of " + job, Routes.logs(job, last), LogPage.class);
  }
}
