package org.dffmpeg.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an answer whose body is still coming. Confined to the thread that reads it, which is
 * also the one to close it.
 */
public final class StreamedAnswer implements AutoCloseable {
  private final int status;
  private final String contentType;
  private final InputStream body;
  private final Optional<Duration> retryAfter;

  StreamedAnswer(int status, String contentType, InputStream body, Optional<Duration> retryAfter) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  int status() {
    return status;
  }

  /** Whether it is a stream of lines that goes on; else it is one batch that ends. */
  boolean isLines() {
    return contentType.toLowerCase(Locale.ROOT).contains("ndjson");
  }

  InputStream body() {
    return body;
  }

  /** All of it, as an ordinary answer. */
  Answer whole() throws IOException {
    return new Answer(status, body.readAllBytes(), retryAfter);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
