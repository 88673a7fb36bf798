package org.dffmpeg.systemtest.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.MessageReader;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.dffmpeg.systemtest.wire.Request;

/** One identity's way to whichever of several coordinators answers. Thread-safe. */
public final class AnyCoordinator implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final Credentials identity;
  private final List<RawHttp> doors;
  private final AtomicInteger current;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Connects at the first request.
   *
   * @param preferred which one to begin with; counted round
   */
  public AnyCoordinator(List<URI> coordinators, Credentials identity, int preferred) {
    this.identity = identity;
    this.doors = coordinators.stream().map(url -> new RawHttp(url, identity)).toList();
    this.current = new AtomicInteger(preferred % doors.size());
  }

  public Credentials identity() {
    return identity;
  }

  /** Sends until somebody answers who is neither starting nor stopping nor without a database. */
  public Reply send(Request request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String problem = "closed";
    while (!isClosed() && System.nanoTime() < deadline) {
      int door = current.get();
      try {
        Reply reply = doors.get(door).send(request);
        if (reply.status() < 500) {
          return reply;
        }
        problem = reply.toString();
      } catch (UncheckedIOException e) {
        problem = e.toString();
      }
      leave(door);
    }
    throw new UncheckedIOException(
        new IOException(request.method() + " " + request.route() + ": " + problem));
  }

  /** Opens the stream of that polling path at one of them, to hear what follows a message. */
  public MessageReader listen(String path, String lastId) throws IOException {
    int door = current.get();
    try {
      return MessageReader.open(doors.get(door), path, lastId, LONGEST_SILENCE);
    } catch (IOException e) {
      leave(door);
      throw e;
    }
  }

  /** Takes the next one, unless somebody else has; a moment later, so as not to spin. */
  private void leave(int door) {
    current.compareAndSet(door, (door + 1) % doors.size());
    pause(PAUSE);
  }

  /** Returns after that time or when it is closed. */
  void pause(Duration time) {
    try {
      closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    doors.forEach(RawHttp::close);
  }
}
