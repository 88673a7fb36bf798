package org.dffmpeg.worker.capability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dffmpeg.client.link.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the binaries can: has them asked at the first look and when their files have changed,
 * on another thread, and says when there is news (C1). {@link #look} is confined to one thread.
 */
public final class CapabilityWatch {
  private static final System.Logger LOG = System.getLogger(CapabilityWatch.class.getName());

  /** When a binary that did not answer in time is asked again. */
  static final Duration SECOND_TRY = Duration.ofMinutes(5);

  private final CapabilityProbe probe;
  private final Executor thread;
  private final Ticker ticker;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean outdated = new AtomicBoolean();
  private volatile Runnable news = () -> {};
  private volatile @Nullable CapabilityReport report;
  private volatile boolean failed;
  private List<FileMark> asked = List.of();
  private Duration askedAt = Duration.ZERO;

  /** Knows nothing yet. */
  public CapabilityWatch(CapabilityProbe probe, Executor thread, Ticker ticker) {
    this.probe = probe;
    this.thread = thread;
    this.ticker = ticker;
  }

  /** Calls this on the other thread when there is another report; it must not block. */
  public void onNews(Runnable listener) {
    news = listener;
  }

  /** The newest report, empty before the first; looks at the files, which is quick. */
  public Optional<CapabilityReport> look() {
    Optional<CapabilityReport> known = Optional.ofNullable(report);
    List<FileMark> now = probe.files().stream().map(FileMark::of).toList();
    boolean again =
        (failed || known.filter(r -> !r.complete()).isPresent())
            && ticker.since(askedAt).compareTo(SECOND_TRY) >= 0;
    if ((again || outdated.get() || !now.equals(asked)) && busy.compareAndSet(false, true)) {
      outdated.set(false);
      asked = now;
      askedAt = ticker.now();
      thread.execute(this::ask);
    }
    return known;
  }

  /** Has the next look ask again, whatever the files are. Thread-safe. */
  public void askAgain() {
    outdated.set(true);
  }

  /** Whether the newest report names it. Thread-safe. */
  public boolean offers(String capability) {
    CapabilityReport known = report;
    return known != null && known.capabilities().contains(capability);
  }

  private void ask() {
    try {
      CapabilityReport fresh = probe.run();
      fresh.remarks().forEach(remark -> LOG.log(System.Logger.Level.INFO, remark));
      report = fresh;
      failed = false;
    } catch (RuntimeException e) {
      failed = true;
      LOG.log(System.Logger.Level.ERROR, "what ffmpeg can was not found out, asking again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      busy.set(false);
    }
    news.run();
  }
}
