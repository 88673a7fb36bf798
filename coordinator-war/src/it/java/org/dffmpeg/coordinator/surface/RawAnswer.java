package org.dffmpeg.coordinator.surface;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response as it came over the wire. Immutable.
 *
 * @param headers by name in any case; of a repeated one the last
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

  /**
   * Reads one response and no byte more.
   *
   * @param headOnly whether the request was a HEAD, whose answer has no body whatever it says
   */
  static RawAnswer read(InputStream in, boolean headOnly) throws IOException {
    String status = line(in);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    byte[] body = headOnly ? new byte[0] : body(in, headers);
    return new RawAnswer(
        Integer.parseInt(status.split(" ", 3)[1]), headers, new String(body, UTF_8));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    return "chunked".equals(headers.get("Transfer-Encoding"))
        ? chunks(in)
        : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(in), 16);
      out.write(in.readNBytes(length));
      line(in);
      if (length == 0) {
        return out.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended within a response, after '" + line + "'");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
