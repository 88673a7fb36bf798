package org.dffmpeg.systemtest.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is read line by line while the server writes it (PROTOCOL 7, NDJSON). */
public final class LineStream implements AutoCloseable {
  private final HttpSocket socket;
  private final HttpSocket.Head head;
  private final BufferedReader lines;

  LineStream(HttpSocket socket, HttpSocket.Head head, InputStream body) {
    this.socket = socket;
    this.head = head;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  public int status() {
    return head.status();
  }

  public Map<String, String> headers() {
    return head.headers();
  }

  /** The next line without its end (empty: a keep-alive), or null when the server ended it. */
  public @Nullable String next() throws IOException {
    return lines.readLine();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
