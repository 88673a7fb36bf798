package org.dffmpeg.systemtest.legacy;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.jspecify.annotations.Nullable;

/** Between the JDK's HTTP server and the stub's routes. */
final class LegacyHttp {
  private LegacyHttp() {}

  /** What a test may look at later. */
  static Exchange record(HttpExchange exchange, LegacyCall call, int status) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Exchange(
        call.caller(),
        call.method() + " " + call.path(),
        call.query(),
        headers,
        call.body(),
        status);
  }

  static void answer(HttpExchange exchange, LegacyAnswer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.contentType());
    headers.set("Cache-Control", "no-cache, no-store, must-revalidate");
    headers.set("Pragma", "no-cache");
    headers.set("Expires", "0");
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().close();
  }

  /** The body, an empty object for an empty one, or nothing if it is no JSON object. */
  static Optional<JsonObject> parse(byte[] body) {
    if (body.length == 0) {
      return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    try {
      return Optional.of(PythonJson.parseObject(body));
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  static LegacyCall call(HttpExchange exchange, JsonObject body) {
    return new LegacyCall(
        LegacyAuth.header(exchange.getRequestHeaders(), "x-dffmpeg-client-id"),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        body);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      Arrays.stream(raw.split("&", -1))
          .map(pair -> pair.split("=", 2))
          .forEach(
              pair ->
                  query.put(
                      pair[0],
                      URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8)));
    }
    return Map.copyOf(query);
  }
}
