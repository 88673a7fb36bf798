package org.dffmpeg.coordinator.stream;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;

/**
 * A stream of lines, each a batch of messages; an empty line when there was nothing to say for a
 * while (PROTOCOL 7). Thread-safe: everything happens in its pump.
 */
final class NdjsonStream extends Conversation {
  private static final byte[] EMPTY_LINE = {'\n'};

  private final Pace pace;
  private volatile boolean keepAliveDue;

  NdjsonStream(Subscription subscription, Outlet outlet, Executor executor, Pace pace) {
    super(subscription, outlet, executor);
    this.pace = pace;
  }

  @Override
  public void tick(Duration now) {
    pace.tick(now);
    if (pace.isGivenUp()) {
      giveUp();
      return;
    }
    if (pace.isTimeToSpeak()) {
      keepAliveDue = true;
    }
    if (pace.isTimeToLook()) {
      wake();
    } else if (keepAliveDue) {
      signal();
    }
  }

  @Override
  Next proceed() {
    List<DownlinkMessage> messages = nextMessages();
    if (!messages.isEmpty()) {
      write(line(messages), messages);
      return spoken();
    }
    if (keepAliveDue) {
      write(EMPTY_LINE, List.of());
      return spoken();
    }
    return isEnding() ? Next.CLOSE : Next.WAIT;
  }

  private Next spoken() {
    keepAliveDue = false;
    pace.spoke();
    return Next.GO_ON;
  }

  private static byte[] line(List<DownlinkMessage> messages) {
    byte[] json = WireJson.write(new MessageBatch(messages));
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }
}
