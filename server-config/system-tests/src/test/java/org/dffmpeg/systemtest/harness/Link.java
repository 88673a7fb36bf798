package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A piece of network between a peer and a coordinator that can be cut: then nothing comes through
 * any more, and neither side is told. Thread-safe.
 */
public final class Link implements AutoCloseable {
  private static final int PIECE = 8192;

  private final URI target;
  private final ServerSocket entrance;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean cut;

  private Link(URI target, ServerSocket entrance) {
    this.target = target;
    this.entrance = entrance;
  }

  /** A whole one. */
  public static Link to(URI coordinator) {
    try {
      Link link = new Link(coordinator, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      link.threads.execute(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a peer finds the coordinator through it. */
  public URI url() {
    return URI.create(target.getScheme() + "://127.0.0.1:" + entrance.getLocalPort());
  }

  /** For good. */
  public void cut() {
    cut = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entrance.accept();
        Socket far = new Socket();
        far.connect(new InetSocketAddress(target.getHost(), target.getPort()));
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (!cut) {
          out.write(piece, 0, length);
        }
      }
    } catch (IOException eitherHasClosed) {
      // And so does the other, unless nobody can tell it.
    }
    if (!cut) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is of no use any more either way.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
