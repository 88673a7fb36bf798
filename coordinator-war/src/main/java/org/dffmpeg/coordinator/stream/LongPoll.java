package org.dffmpeg.coordinator.stream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;

/**
 * One answer: the messages as soon as there are any, else none when the time is over or the
 * coordinator goes (PROTOCOL 7). Thread-safe: everything happens in its pump.
 */
final class LongPoll extends Conversation {
  private final Duration deadline;
  private final Pace pace;
  private volatile boolean timeIsOver;
  private boolean answered;

  /**
   * @param deadline the monotonic time of the answer at the latest
   */
  LongPoll(
      Subscription subscription, Outlet outlet, Executor executor, Pace pace, Duration deadline) {
    super(subscription, outlet, executor);
    this.pace = pace;
    this.deadline = deadline;
  }

  @Override
  public void tick(Duration now) {
    pace.tick(now);
    if (now.compareTo(deadline.plus(Pace.PATIENCE)) >= 0) {
      giveUp();
      return;
    }
    if (now.compareTo(deadline) >= 0) {
      timeIsOver = true;
      signal();
    }
    if (pace.isTimeToLook()) {
      wake();
    }
  }

  @Override
  Next proceed() {
    if (answered) {
      return Next.CLOSE;
    }
    List<DownlinkMessage> messages = nextMessages();
    if (messages.isEmpty() && !timeIsOver && !isEnding()) {
      return Next.WAIT;
    }
    write(WireJson.write(new MessageBatch(messages)), messages);
    answered = true;
    return Next.GO_ON;
  }
}
