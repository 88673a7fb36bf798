package org.dffmpeg.worker.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.worker.execution.Orphans;
import org.dffmpeg.worker.spool.AttemptSpool;
import org.dffmpeg.worker.spool.Delivery;
import org.dffmpeg.worker.spool.ProcessMark;
import org.dffmpeg.worker.uplink.Uplinks;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * Ends and tells what former lives left behind (F1, F2). A job whose end is in the spool is
 * reported with it; one that was running is reported as interrupted, so that its attempt is known
 * to be dead; of one that was not started there is nothing to say. Confined to one thread, but for
 * {@link #stop}.
 */
public final class FormerLife {
  private static final System.Logger LOG = System.getLogger(FormerLife.class.getName());

  /** So often may the coordinator fail on what one attempt has to say; being away is no failure. */
  private static final int MOST_STUMBLES = 10;

  private final List<AttemptSpool> left;
  private final Uplinks uplinks;
  private final Orphans orphans;
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private final Backoff pauses = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.3);
  private final Map<AttemptSpool, Integer> stumbles = new HashMap<>();
  private String lastProblem = "stopped";
  private volatile boolean stopped;

  /** Former lives that left this. */
  public FormerLife(
      List<AttemptSpool> left,
      Uplinks uplinks,
      Orphans orphans,
      Sleeper sleeper,
      RandomGenerator random) {
    this.left = List.copyOf(left);
    this.uplinks = uplinks;
    this.orphans = orphans;
    this.sleeper = sleeper;
    this.random = random;
  }

  /** Returns when all is ended and told, however long the coordinator is away, or when stopped. */
  public void settle() throws InterruptedException {
    for (AttemptSpool attempt : left) {
      endProcess(attempt);
    }
    List<AttemptSpool> untold = new ArrayList<>(left);
    untold.removeIf(this::isTold);
    if (!untold.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              "before this worker registers, the coordinator has to hear of "
                  + untold.size()
                  + " jobs of its former life; it goes on trying: "
                  + lastProblem);
    }
    for (int round = 1; !untold.isEmpty() && !stopped; round++) {
      sleeper.sleep(pauses.delay(round, random));
      untold.removeIf(this::isTold);
    }
  }

  /** What is not told yet is left to the next life. */
  public void stop() {
    stopped = true;
  }

  private void endProcess(AttemptSpool attempt) throws InterruptedException {
    Optional<ProcessMark> process = attempt.process();
    if (process.isPresent() && orphans.end(process.get())) {
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              "job "
                  + attempt.job()
                  + ": process "
                  + process.get().pid()
                  + " of a former life of this worker ran on; ended");
    }
  }

  private boolean isTold(AttemptSpool attempt) {
    Optional<ReportStatus> end = attempt.report();
    if (end.isEmpty() && !attempt.hasStarted()) {
      attempt.delete();
      return true;
    }
    return !stopped && tell(attempt, end.orElseGet(FormerLife::interrupted));
  }

  private static ReportStatus interrupted() {
    return new ReportStatus(
        JobState.FAILED,
        null,
        EndReason.WORKER_LOST,
        "the worker died while it ran, and was started again",
        null);
  }

  private boolean tell(AttemptSpool attempt, ReportStatus end) {
    return new Delivery(attempt, uplinks.of(attempt.job(), attempt.attempt()))
        .all(end, () -> true)
        .fold(
            taken -> told(attempt, end.status().wireName() + " in a former life of this worker"),
            lost -> told(attempt, "not ours any more: " + lost.why()),
            refused -> told(attempt, "its end was refused: " + refused.why()),
            unheard -> isHopeless(attempt, unheard));
  }

  private static boolean told(AttemptSpool attempt, String what) {
    LOG.log(System.Logger.Level.INFO, () -> "job " + attempt.job() + ": " + what);
    return true;
  }

  private boolean isHopeless(AttemptSpool attempt, Verdict.Unheard unheard) {
    lastProblem = unheard.why();
    boolean hopeless =
        unheard.stumbled() && stumbles.merge(attempt, 1, Integer::sum) >= MOST_STUMBLES;
    LOG.log(
        hopeless ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
        () -> "job " + attempt.job() + ": its end stays in the spool: " + unheard.why());
    return hopeless;
  }
}
