package org.dffmpeg.systemtest.fleet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A worker's own word on what it did: a file with a line for each event, in their order. The times
 * of all journals of one process are comparable. Thread-safe.
 */
public final class Journal implements RunListener, AutoCloseable {
  /** What a line is about. */
  public enum Event {
    REQUESTED,
    STARTED,
    ENDED,
    REPORTED,
    REFUSED,
    BROKEN
  }

  /**
   * A line.
   *
   * @param detail empty unless there is more to say
   */
  public record Entry(long nanos, Event event, String job, int attempt, String detail) {
    private static Entry parse(String line) {
      String[] words = line.split(" ", 5);
      return new Entry(
          Long.parseLong(words[0]),
          Event.valueOf(words[1]),
          words[2],
          Integer.parseInt(words[3]),
          words[4]);
    }

    /** Which attempt of which job. */
    public String run() {
      return job + "/" + attempt;
    }
  }

  private final Path file;
  private final BufferedWriter lines;

  /** An empty journal in that file. */
  public Journal(Path file) {
    this.file = file;
    try {
      this.lines = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written so far. */
  public List<Entry> entries() {
    try {
      return Files.readAllLines(file).stream().map(Entry::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void requested(String job, int attempt) {
    write(Event.REQUESTED, job, attempt, "");
  }

  @Override
  public void started(String job, int attempt) {
    write(Event.STARTED, job, attempt, "");
  }

  @Override
  public void ended(String job, int attempt) {
    write(Event.ENDED, job, attempt, "");
  }

  @Override
  public void reported(String job, int attempt) {
    write(Event.REPORTED, job, attempt, "");
  }

  @Override
  public void refused(String job, int attempt, String answer) {
    write(Event.REFUSED, job, attempt, answer);
  }

  @Override
  public void broken(Throwable fault) {
    write(Event.BROKEN, "-", 0, fault.toString());
  }

  private synchronized void write(Event event, String job, int attempt, String detail) {
    try {
      lines.write("%d %s %s %d %s%n".formatted(System.nanoTime(), event, job, attempt, detail));
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
