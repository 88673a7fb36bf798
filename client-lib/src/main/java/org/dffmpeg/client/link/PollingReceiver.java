package org.dffmpeg.client.link;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.ListeningLoop.Heard;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.common.time.Sleeper;

/** Listens by long poll (PROTOCOL 7): one request per batch. Thread-safe. */
public final class PollingReceiver implements MessageReceiver {
  private final SignedHttp http;
  private final Poll poll;
  private final Cursor cursor;
  private final Inlet inlet;
  private final ListeningLoop loop;

  /**
   * A receiver that does not listen yet; {@code cursor} may be shared with the one it replaces.
   *
   * @param http waits longer for an answer than the poll may be silent
   */
  public PollingReceiver(
      SignedHttp http,
      Poll poll,
      Cursor cursor,
      MessageSink sink,
      Backoff backoff,
      Sleeper sleeper,
      RandomGenerator random) {
    this.http = http;
    this.poll = poll;
    this.cursor = cursor;
    this.inlet = new Inlet(cursor, sink);
    this.loop = new ListeningLoop(poll.path(), backoff, sleeper, random);
  }

  @Override
  public void run() {
    loop.run(this::listen);
  }

  @Override
  public void stop() {
    loop.stop();
  }

  /**
   * Polls again at once as long as something comes. An empty answer ends the round: the loop's
   * short pause keeps us from spinning when a coordinator answers without waiting, as it may when
   * it stops.
   */
  private Heard listen() throws IOException {
    Heard heard = Heard.SOMETHING;
    boolean worked = true;
    while (heard == Heard.SOMETHING && !loop.isStopped()) {
      Answer answer = http.send(poll.request(cursor));
      worked = answer.isOk();
      heard = inlet.take(answer);
    }
    return heard == Heard.NOTHING && worked ? Heard.SOMETHING : heard;
  }
}
