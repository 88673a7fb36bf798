package org.dffmpeg.worker.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.ReportStatus;
import org.jspecify.annotations.Nullable;

/** What one attempt of a job has to say. Thread-safe, but for its lines. */
public final class AttemptSpool {
  private static final String PROCESS = "process";
  private static final String REPORT = "report";

  private final @Nullable Integer attempt;
  private final AttemptDirectory directory;
  private final LineSpool lines;

  AttemptSpool(AttemptDirectory directory, @Nullable Integer attempt, SpoolSpace space) {
    this.attempt = attempt;
    this.directory = directory;
    this.lines = new LineSpool(directory, attempt, space);
  }

  public JobId job() {
    return directory.job();
  }

  /** Which assignment of the job; null from an old coordinator. */
  public @Nullable Integer attempt() {
    return attempt;
  }

  /** Its output that was not taken yet. */
  public LineSpool lines() {
    return lines;
  }

  /** This process runs now. */
  public void started(ProcessMark mark) {
    try {
      directory.write(PROCESS, mark.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      directory.warn("its process is not noted, and would not be found after a crash", e);
    }
  }

  /** Whether something was started. */
  public boolean hasStarted() {
    return directory.has(PROCESS);
  }

  /** What was started; empty if nothing was, or it cannot be read. */
  public Optional<ProcessMark> process() {
    return directory
        .read(PROCESS)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(ProcessMark::parse);
  }

  /** It ended so (Q1). */
  public void report(ReportStatus status) {
    try {
      directory.writeThrough(REPORT, WireJson.write(status));
    } catch (IOException e) {
      directory.warn("its end is not on disk, and lost if this worker dies before it is told", e);
    }
  }

  /** How it ended; empty if it did not, or that cannot be read. */
  public Optional<ReportStatus> report() {
    return directory.read(REPORT, ReportStatus.class);
  }

  /** Nothing of it is left to say. */
  public void delete() {
    lines.forget();
    directory.delete();
  }
}
