package org.dffmpeg.client.internal;

import java.io.IOException;
import java.time.Duration;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.JobView;

/**
 * Keeps a monitored job alive (PROTOCOL 5.4 {@code client_heartbeat}). When the coordinator says
 * for the second time that the job has ended, and no message came between, its status is asked for.
 * Confined to one thread at a time.
 */
final class ClientHeartbeat {
  private static final System.Logger LOG = System.getLogger(ClientHeartbeat.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final SignedHttp http;
  private final CoordinatorCalls calls;
  private final JobWatch watch;
  private final Duration interval;
  private SignedRequest next;
  private int saidFinished;
  private long heardBefore;

  /** Beats for the watched job; the first time with this request. */
  ClientHeartbeat(
      SignedHttp http,
      CoordinatorCalls calls,
      JobWatch watch,
      Duration interval,
      SignedRequest first) {
    this.http = http;
    this.calls = calls;
    this.watch = watch;
    this.interval = interval;
    this.next = first;
  }

  /** Beats once and says when to beat again. */
  Duration beat() throws InterruptedException {
    try {
      Answer answer = http.send(next);
      if (!answer.isOk() && !answer.isRefusal()) {
        return AFTER_FAILURE;
      }
      understand(answer);
      return interval;
    } catch (IOException | WireFormatException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "heartbeat of job " + watch.job() + " failed: " + e);
      return AFTER_FAILURE;
    }
  }

  private void understand(Answer answer) throws WireFormatException, InterruptedException {
    if (!answer.isOk()) {
      watch.lose(calls.refusal("heartbeat of job " + watch.job(), answer));
      return;
    }
    next = Routes.heartbeat(watch.job());
    long heard = watch.heard();
    saidFinished = heard == heardBefore ? saidFinished : 0;
    heardBefore = heard;
    if (answer.as(CommandAnswer.class).detail() != null && ++saidFinished > 1) {
      askForTheEnd();
    }
  }

  private void askForTheEnd() {
    try {
      JobView job =
          calls.ask("status of " + watch.job(), Routes.status(watch.job()), JobView.class);
      if (job.status().isTerminal()) {
        watch.endedUntold(Results.of(job));
      }
    } catch (ClientException e) {
      LOG.log(System.Logger.Level.DEBUG, e::getMessage);
    }
  }
}
