package org.dffmpeg.worker.spool;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * Brings what an attempt has to say to the coordinator: first its lines, last its end. What was
 * answered is forgotten, what was not stays in the spool; a batch that was taken in part is sent
 * again whole, and its lines are known by their names. One thread at a time.
 */
public final class Delivery {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

  private final AttemptSpool spool;
  private final JobUplink uplink;

  /** Says it there. */
  public Delivery(AttemptSpool spool, JobUplink uplink) {
    this.spool = spool;
    this.uplink = uplink;
  }

  /** Whether there are lines to send. */
  public boolean hasLines() {
    return !spool.lines().isEmpty();
  }

  /** As {@link LineSpool#add}. */
  public boolean keep(List<LogEntry> entries, long droppedBefore) {
    return spool.lines().add(entries, droppedBefore);
  }

  /** Sends lines that are not kept, after all that are. */
  public Verdict send(List<LogEntry> entries, BooleanSupplier abandoned) {
    return keptLines(abandoned).orElseGet(() -> new LineUpload(uplink, abandoned).send(entries));
  }

  /**
   * Sends the oldest lines.
   *
   * @param abandoned as for {@link JobUplink#logs}
   * @return the answer, or empty if there are none left
   */
  public Optional<Verdict> oldestLines(BooleanSupplier abandoned) {
    return spool.lines().oldest().map(entries -> sendOldest(entries, abandoned));
  }

  private Verdict sendOldest(List<LogEntry> entries, BooleanSupplier abandoned) {
    LineUpload upload = new LineUpload(uplink, abandoned);
    Verdict verdict = upload.send(entries);
    if (verdict instanceof Verdict.Refused refused) {
      int lost = entries.size() - upload.taken();
      warnOfLost(lost, refused);
      spool.lines().loseOldest(lost);
    } else if (isAnswer(verdict)) {
      spool.lines().removeOldest();
    }
    return verdict;
  }

  private void warnOfLost(int lines, Verdict.Refused refused) {
    LOG.log(
        System.Logger.Level.WARNING,
        () -> "job " + spool.job() + ": " + lines + " log lines lost: " + refused.why());
  }

  /**
   * Sends everything.
   *
   * @param abandoned as for {@link JobUplink#logs}
   * @return the answer to the end; the one before if that ended it
   */
  public Verdict all(ReportStatus end, BooleanSupplier abandoned) {
    Verdict last = keptLines(abandoned).orElseGet(() -> uplink.report(end, abandoned));
    if (isAnswer(last)) {
      spool.delete();
    }
    return last;
  }

  /** Sends all that are kept; the answer that ended it, or empty if all were taken or refused. */
  private Optional<Verdict> keptLines(BooleanSupplier abandoned) {
    Optional<Verdict> lines = oldestLines(abandoned);
    while (lines.isPresent() && goesOn(lines.get())) {
      lines = oldestLines(abandoned);
    }
    return lines;
  }

  private static boolean goesOn(Verdict verdict) {
    return verdict.fold(taken -> true, lost -> false, refused -> true, unheard -> false);
  }

  private static boolean isAnswer(Verdict verdict) {
    return !(verdict instanceof Verdict.Unheard);
  }
}
