package org.dffmpeg.worker.logship;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/** Uploads a job's lines until its buffer is closed and empty. Runs on its own thread. */
public final class LogShipper implements Runnable {
  private static final System.Logger LOG = System.getLogger(LogShipper.class.getName());

  private final LogBuffer buffer;
  private final JobUplink uplink;
  private final BooleanSupplier abandoned;
  private final Consumer<String> lost;

  /**
   * A shipper that does not run yet.
   *
   * @param abandoned whether lines are wanted no more
   * @param lost hears that the job is not ours any more
   */
  public LogShipper(
      LogBuffer buffer, JobUplink uplink, BooleanSupplier abandoned, Consumer<String> lost) {
    this.buffer = buffer;
    this.uplink = uplink;
    this.abandoned = abandoned;
    this.lost = lost;
  }

  @Override
  public void run() {
    try {
      for (LogBuffer.Batch batch = buffer.take(); !batch.isEmpty(); batch = buffer.take()) {
        if (!abandoned.getAsBoolean()) {
          ship(entries(batch));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<LogEntry> entries(LogBuffer.Batch batch) {
    List<LogEntry> entries = new ArrayList<>();
    if (batch.droppedBefore() > 0) {
      entries.add(
          new LogEntry(
              null,
              LogStream.STDERR,
              "[dffmpeg] "
                  + batch.droppedBefore()
                  + " lines dropped here: the coordinator did not take them in time",
              null));
    }
    batch.lines().forEach(line -> entries.add(line.toEntry()));
    return entries;
  }

  private void ship(List<LogEntry> entries) {
    Verdict verdict = uplink.logs(entries, abandoned);
    if (verdict instanceof Verdict.Lost gone) {
      lost.accept(gone.why());
    } else if (verdict instanceof Verdict.Refused refused) {
      tell(entries, refused.why());
    } else if (verdict instanceof Verdict.Unheard unheard) {
      tell(entries, unheard.why());
    }
  }

  private void tell(List<LogEntry> entries, String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        () -> "job " + uplink.job() + ": " + entries.size() + " log lines lost: " + why);
  }
}
