package org.dffmpeg.coordinator.surface;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;

/**
 * Sends requests exactly as written, one per connection, so that no client library corrects them.
 * Immutable.
 */
record RawHttp(int port) {
  /**
   * Sends and reads the whole answer.
   *
   * @param target path and query as they shall stand in the request line
   */
  RawAnswer send(String method, String target, Map<String, String> headers, byte[] body) {
    try (Exchange exchange = begin(method, target, headers, body)) {
      return exchange.answer();
    }
  }

  /** Sends, and does not wait for an answer: perhaps that was not all. */
  Exchange begin(String method, String target, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!headers.containsKey("Transfer-Encoding") && !headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    Exchange exchange = Exchange.open(port, method);
    exchange.write(head.toString().getBytes(ISO_8859_1));
    exchange.write(body);
    return exchange;
  }
}
