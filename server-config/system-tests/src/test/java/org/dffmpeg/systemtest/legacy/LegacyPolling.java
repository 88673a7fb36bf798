package org.dffmpeg.systemtest.legacy;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.jspecify.annotations.Nullable;

/**
 * The {@code /poll} routes (PROTOCOL 7): long poll as compact JSON, or an NDJSON stream with
 * Python's default separators, kept alive by empty lines and never ended by itself.
 */
final class LegacyPolling {
  private static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(15);

  private final LegacyMessages messages;

  LegacyPolling(LegacyMessages messages) {
    this.messages = messages;
  }

  static boolean wantsStream(HttpExchange exchange) {
    return LegacyAuth.header(exchange.getRequestHeaders(), "Accept")
        .contains("application/x-ndjson");
  }

  LegacyAnswer longPoll(LegacyCall call, @Nullable String jobId) throws InterruptedException {
    return LegacyAnswer.ok(
        batch(
            messages.await(
                call.caller(),
                jobId,
                call.query().get("last_message_id"),
                Duration.ofSeconds(call.number("wait", 0)))));
  }

  void stream(LegacyCall call, @Nullable String jobId, HttpExchange exchange)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("content-type", "application/x-ndjson");
    exchange.getResponseHeaders().set("x-accel-buffering", "no");
    exchange.sendResponseHeaders(200, 0);
    int wait = call.number("wait", 0);
    Duration keepAlive = wait <= 0 ? DEFAULT_KEEP_ALIVE : Duration.ofSeconds(wait);
    @Nullable String cursor = call.query().get("last_message_id");
    try (OutputStream out = exchange.getResponseBody()) {
      while (!Thread.currentThread().isInterrupted()) {
        List<LegacyMessage> news = messages.await(call.caller(), jobId, cursor, keepAlive);
        String line = news.isEmpty() ? "" : PythonJson.dumps(batch(news));
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        cursor = news.isEmpty() ? cursor : news.get(news.size() - 1).id();
      }
    }
  }

  private static JsonObject batch(List<LegacyMessage> news) {
    return LegacyJson.object("messages", news.stream().map(LegacyMessage::json).toList());
  }
}
