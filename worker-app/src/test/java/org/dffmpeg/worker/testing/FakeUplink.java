package org.dffmpeg.worker.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * Remembers what was said and answers what a test told it; otherwise takes everything. Thread-safe.
 */
public final class FakeUplink implements JobUplink {
  private final List<String> said = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<ReportStatus> reports = new ArrayList<>();
  private volatile List<Integer> accepted = List.of();
  private final Map<String, Deque<Verdict>> answers = new TreeMap<>();
  private Predicate<List<LogEntry>> refusedLogs = batch -> false;
  private Verdict refusal = new Verdict.Refused("");
  private volatile CountDownLatch logsMayPass = new CountDownLatch(0);
  private volatile CountDownLatch reportsMayPass = new CountDownLatch(0);
  private volatile CountDownLatch heartbeatsMayPass = new CountDownLatch(0);

  /** The next answers to that call; the last one stays. */
  public synchronized void answer(String call, Verdict... verdicts) {
    answers.put(call, new ArrayDeque<>(List.of(verdicts)));
  }

  /** Refuses every upload that is so, for that reason. */
  public synchronized void refuseLogs(Predicate<List<LogEntry>> refused, String why) {
    this.refusedLogs = refused;
    this.refusal = new Verdict.Refused(why);
  }

  /** Holds up every upload until the latch is open. */
  public void holdLogs(CountDownLatch latch) {
    logsMayPass = latch;
  }

  /** Holds up every report until the latch is open. */
  public void holdReports(CountDownLatch latch) {
    reportsMayPass = latch;
  }

  /** Lets every heartbeat hang until the latch is open. */
  public void holdHeartbeats(CountDownLatch latch) {
    heartbeatsMayPass = latch;
  }

  /** The calls in order: accept, reject, heartbeat, logs, report. */
  public synchronized List<String> said() {
    return List.copyOf(said);
  }

  /** What was uploaded and taken. */
  public synchronized List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /** The text that was uploaded of one stream. */
  public List<String> lines(LogStream stream) {
    return entries().stream().filter(e -> e.stream() == stream).map(LogEntry::content).toList();
  }

  /** Which outputs the last accept named. */
  public List<Integer> accepted() {
    return accepted;
  }

  /** What was reported. */
  public synchronized List<ReportStatus> reports() {
    return List.copyOf(reports);
  }

  @Override
  public JobId job() {
    return SequentialIds.job(1);
  }

  @Override
  public Verdict accept(List<Integer> outputs, BooleanSupplier abandoned) {
    accepted = List.copyOf(outputs);
    return say("accept");
  }

  @Override
  public Verdict reject() {
    return say("reject");
  }

  @Override
  public Verdict heartbeat() {
    waitFor(heartbeatsMayPass);
    return say("heartbeat");
  }

  @Override
  public Verdict logs(List<LogEntry> batch, BooleanSupplier abandoned) {
    waitFor(logsMayPass);
    synchronized (this) {
      Verdict verdict = say("logs");
      if (refusedLogs.test(batch)) {
        return refusal;
      }
      if (verdict instanceof Verdict.Taken) {
        entries.addAll(batch);
      }
      return verdict;
    }
  }

  @Override
  public Verdict report(ReportStatus status, BooleanSupplier abandoned) {
    waitFor(reportsMayPass);
    synchronized (this) {
      reports.add(status);
      return say("report");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Verdict say(String what) {
    said.add(what);
    Deque<Verdict> left = answers.getOrDefault(what, new ArrayDeque<>());
    Verdict next = left.size() > 1 ? left.pop() : left.peek();
    return next == null ? new Verdict.Taken("") : next;
  }
}
