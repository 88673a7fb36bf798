package org.dffmpeg.client.link;

import java.time.Duration;

class PollingReceiverTest extends MessageReceiverContract {
  @Override
  MessageReceiver receiver(SignedHttp http, MessageSink sink) {
    Poll poll = new Poll(PATH, Duration.ofSeconds(1));
    return new PollingReceiver(http, poll, cursor, sink, QUICK, sleeper, Links.NO_CHANCE);
  }
}
