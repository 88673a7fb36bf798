package org.dffmpeg.systemtest.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Thousands of open NDJSON streams in one thread. Every stream remembers when it last got a byte
 * and what its last line was. Thread-safe.
 */
public final class IdleStreams implements Runnable, AutoCloseable {
  private final URI coordinator;
  private final String query;
  private final Selector selector;
  private final List<Stream> streams = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public IdleStreams(URI coordinator, Duration wait) throws IOException {
    this.coordinator = coordinator;
    this.query = "wait=" + wait.toSeconds();
    this.selector = Selector.open();
  }

  /** Opens the worker stream of that identity and returns when the server has answered. */
  public Stream open(Credentials worker) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(coordinator.getHost(), coordinator.getPort()));
    String head;
    try (RawHttp http = new RawHttp(coordinator, worker)) {
      head =
          http.signed(
              Request.get("/poll/worker")
                  .query(query)
                  .header("Accept", "application/x-ndjson,application/json;q=0.9"));
    }
    channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
    Stream stream = new Stream(channel);
    stream.readHead();
    channel.configureBlocking(false);
    streams.add(stream);
    channel.register(selector, SelectionKey.OP_READ, stream);
    selector.wakeup();
    return stream;
  }

  public List<Stream> streams() {
    return List.copyOf(streams);
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        selector.select(key -> ((Stream) key.attachment()).read());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.close();
    for (Stream stream : streams) {
      stream.channel.close();
    }
  }

  /** One stream. */
  public static final class Stream {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final AtomicLong lastByteNanos = new AtomicLong(System.nanoTime());
    private final AtomicLong longestSilenceNanos = new AtomicLong();
    private volatile String lastMessages = "";
    private volatile boolean ended;

    private Stream(SocketChannel channel) {
      this.channel = channel;
    }

    /** The text of the last piece that held messages; may lack its end. */
    public String lastMessages() {
      return lastMessages;
    }

    /** Whether the server closed it. */
    public boolean hasEnded() {
      return ended;
    }

    /** The longest time between two arrivals, or since the last one. */
    public Duration longestSilence() {
      long current = System.nanoTime() - lastByteNanos.get();
      return Duration.ofNanos(Math.max(current, longestSilenceNanos.get()));
    }

    /** Starts measuring afresh. */
    public void forgetSilence() {
      lastByteNanos.set(System.nanoTime());
      longestSilenceNanos.set(0);
    }

    private void readHead() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        buffer.clear();
        if (channel.read(buffer) < 0) {
          throw new IOException("closed after: " + head);
        }
        head.append(text());
      }
      if (!head.toString().startsWith("HTTP/1.1 200")) {
        throw new IOException(head.toString());
      }
    }

    private void read() {
      buffer.clear();
      try {
        ended |= channel.read(buffer) < 0;
      } catch (IOException e) {
        ended = true;
      }
      if (ended) {
        closeQuietly();
        return;
      }
      long now = System.nanoTime();
      long silence = now - lastByteNanos.getAndSet(now);
      longestSilenceNanos.accumulateAndGet(silence, Math::max);
      String piece = text();
      if (piece.contains("message_id")) {
        lastMessages = piece;
      }
    }

    private String text() {
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    private void closeQuietly() {
      try {
        channel.close();
      } catch (IOException ignored) {
        // The key goes with it either way.
      }
    }
  }
}
