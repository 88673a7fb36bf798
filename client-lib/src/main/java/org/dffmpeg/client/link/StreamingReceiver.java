package org.dffmpeg.client.link;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.ListeningLoop.Heard;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.common.time.Sleeper;

/**
 * Listens by NDJSON (PROTOCOL 7): one request whose answer never ends by itself, with an empty line
 * as sign of life. Takes the one batch of a coordinator that answers JSON instead. Thread-safe.
 */
public final class StreamingReceiver implements MessageReceiver {
  private final SignedHttp http;
  private final Poll poll;
  private final Cursor cursor;
  private final Inlet inlet;
  private final ListeningLoop loop;

  /** A receiver that does not listen yet; {@code cursor} may be shared with the one it replaces. */
  public StreamingReceiver(
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

  private Heard listen() throws IOException {
    try (StreamedAnswer answer = http.stream(poll.request(cursor), poll.silence())) {
      if (answer.status() == 200 && answer.isLines()) {
        return lines(new LineReader(answer.body()));
      }
      return inlet.take(answer.whole());
    }
  }

  private Heard lines(LineReader reader) throws IOException {
    Heard heard = Heard.NOTHING;
    Optional<byte[]> line = reader.next();
    while (line.isPresent() && !loop.isStopped()) {
      heard = Heard.SOMETHING;
      if (line.get().length > 0 && inlet.take(line.get()) == Heard.ENOUGH) {
        return Heard.ENOUGH;
      }
      line = reader.next();
    }
    return heard;
  }
}
