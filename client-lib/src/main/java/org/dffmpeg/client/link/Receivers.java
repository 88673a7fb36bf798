package org.dffmpeg.client.link;

import java.util.random.RandomGenerator;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.common.time.Sleeper;

/** Makes receivers of the kind that the settings ask for. Immutable. */
public record Receivers(
    SignedHttp http, TransportSettings settings, Sleeper sleeper, RandomGenerator random) {

  /**
   * A receiver that does not listen yet.
   *
   * @param path as the coordinator gave it
   * @param cursor may be shared with the receiver that this one replaces
   */
  public MessageReceiver of(String path, Cursor cursor, MessageSink sink) {
    Poll poll = new Poll(path, settings.pollWait());
    return settings.streaming()
        ? new StreamingReceiver(
            http, poll, cursor, sink, RetryPolicy.USUAL.backoff(), sleeper, random)
        : new PollingReceiver(
            http.withReadTimeout(poll.silence()),
            poll,
            cursor,
            sink,
            RetryPolicy.USUAL.backoff(),
            sleeper,
            random);
  }
}
