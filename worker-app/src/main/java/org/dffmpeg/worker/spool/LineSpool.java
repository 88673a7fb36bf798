package org.dffmpeg.worker.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.jspecify.annotations.Nullable;

/** Lines of one attempt that were not taken yet, in batches (Q2, Q3). One thread at a time. */
public final class LineSpool {
  private static final System.Logger LOG = System.getLogger(LineSpool.class.getName());

  /** The batch that may be on its way now, and the newest, are never dropped. */
  private static final int KEPT = 2;

  private final AttemptDirectory directory;
  private final @Nullable Integer attempt;
  private final SpoolSpace space;
  private final Deque<StoredBatch> batches = new ArrayDeque<>();
  private long lastNumber;
  private long lost;

  LineSpool(AttemptDirectory directory, @Nullable Integer attempt, SpoolSpace space) {
    this.directory = directory;
    this.attempt = attempt;
    this.space = space;
  }

  /** Finds what another life of the worker has left. */
  void find() throws IOException {
    for (String name : SpoolFiles.names(directory.path())) {
      StoredBatch.ofFile(name, Files.size(directory.path().resolve(name))).ifPresent(this::append);
    }
  }

  /**
   * Keeps a batch, and drops the oldest that are kept if there is no more room.
   *
   * @param droppedBefore how many lines before it were dropped on their way here
   * @return false if the disk does not take it: the caller has to send it
   */
  public boolean add(List<LogEntry> entries, long droppedBefore) {
    byte[] bytes = WireJson.write(new AppendLogs(entries, attempt));
    StoredBatch batch =
        new StoredBatch(lastNumber + 1, lost + droppedBefore, entries.size(), bytes.length);
    try {
      directory.write(batch.fileName(), bytes);
    } catch (IOException e) {
      directory.warn("lines cannot be kept on disk", e);
      directory.delete(batch.fileName());
      return false;
    }
    lost = 0;
    append(batch);
    while (space.isOver() && batches.size() > KEPT) {
      dropOldest();
    }
    return true;
  }

  private void append(StoredBatch batch) {
    lastNumber = batch.number();
    batches.addLast(batch);
    space.take(batch.bytes());
  }

  private void dropOldest() {
    StoredBatch first = batches.removeFirst();
    StoredBatch dropped = batches.removeFirst();
    tellNext(dropped.droppedBefore() + dropped.lines());
    batches.addFirst(first);
    discard(dropped);
  }

  private void tellNext(long lines) {
    StoredBatch next = batches.removeFirst();
    StoredBatch after = next.after(lines);
    batches.addFirst(directory.rename(next.fileName(), after.fileName()) ? after : next);
  }

  public boolean isEmpty() {
    return batches.isEmpty();
  }

  /**
   * The oldest batch, with a word about what was dropped before it; unreadable ones are skipped.
   */
  public Optional<List<LogEntry>> oldest() {
    while (!batches.isEmpty()) {
      StoredBatch batch = batches.getFirst();
      Optional<AppendLogs> lines = directory.read(batch.fileName(), AppendLogs.class);
      if (lines.isPresent() && !lines.get().logs().isEmpty()) {
        return Optional.of(withDropped(batch.droppedBefore(), lines.get().logs()));
      }
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "job " + directory.job() + ": lines lost with " + batch.fileName());
      removeOldest();
    }
    return Optional.empty();
  }

  /** The oldest batch was answered. */
  public void removeOldest() {
    discard(batches.removeFirst());
  }

  /** So many lines of the oldest batch will never be taken: the next one says so. */
  void loseOldest(int lines) {
    removeOldest();
    if (batches.isEmpty()) {
      lost += lines;
    } else {
      tellNext(lines);
    }
  }

  private void discard(StoredBatch batch) {
    directory.delete(batch.fileName());
    space.give(batch.bytes());
  }

  /** Their files are gone, or about to go. */
  void forget() {
    batches.forEach(batch -> space.give(batch.bytes()));
    batches.clear();
  }

  /** These entries, after a word about lines that were dropped before them. */
  public static List<LogEntry> withDropped(long count, List<LogEntry> entries) {
    if (count == 0) {
      return entries;
    }
    List<LogEntry> all = new ArrayList<>();
    all.add(
        new LogEntry(
            null,
            LogStream.STDERR,
            "[dffmpeg] " + count + " lines dropped here: the coordinator did not take them",
            null));
    all.addAll(entries);
    return all;
  }
}
