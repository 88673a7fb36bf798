package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Cursor;
import org.dffmpeg.client.link.MessageReceiver;
import org.dffmpeg.client.link.MessageSink;
import org.dffmpeg.client.link.Poll;
import org.dffmpeg.client.link.PollingReceiver;
import org.dffmpeg.client.link.RetryPolicy;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.StreamingReceiver;
import org.dffmpeg.common.time.Sleeper;

/** Makes the receiver of a job's channel, from the channel's start. Immutable. */
record Receivers(
    SignedHttp http,
    boolean streaming,
    Duration keepAlive,
    Sleeper sleeper,
    RandomGenerator random) {

  MessageReceiver of(String path, MessageSink sink) {
    Poll poll = new Poll(path, keepAlive);
    Cursor cursor = Cursor.fromStart();
    return streaming
        ? new StreamingReceiver(
            http, poll, cursor, sink, RetryPolicy.USUAL.backoff(), sleeper, random)
        : new PollingReceiver(
            http, poll, cursor, sink, RetryPolicy.USUAL.backoff(), sleeper, random);
  }
}
