package org.dffmpeg.systemtest.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection. Confined to one thread at a time. */
final class HttpSocket implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  HttpSocket(URI base, Duration timeout) throws IOException {
    Socket plain = new Socket();
    plain.connect(new InetSocketAddress(base.getHost(), base.getPort()), (int) timeout.toMillis());
    plain.setTcpNoDelay(true);
    socket = base.getScheme().equals("https") ? AnyCertificate.over(plain, base.getHost()) : plain;
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Head and body go out as separate TCP segments, as Python's do (PROTOCOL 22). */
  void send(String head, byte[] body, Duration timeout) throws IOException {
    socket.setSoTimeout((int) timeout.toMillis());
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    if (body.length > 0) {
      out.write(body);
      out.flush();
    }
  }

  Head readHead() throws IOException {
    String statusLine = readLine();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    return new Head(Integer.parseInt(statusLine.substring(9, 12)), headers);
  }

  /** The body of the answer with that head; may be read slowly. */
  InputStream body(Head head) {
    if (head.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return new ChunkedInput(this, in);
    }
    int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
    return new LimitedInput(in, length);
  }

  /** One line without its end, byte for byte as Latin-1. */
  String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the peer closed the connection");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Head(int status, Map<String, String> headers) {}
}
