package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonValue;
import java.util.List;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.jspecify.annotations.Nullable;

/** What a route answers; {@code then} runs after the bytes went out (a FastAPI background task). */
record LegacyAnswer(int status, String contentType, String body, @Nullable Runnable then) {

  static LegacyAnswer ok(JsonValue json) {
    return of(200, json);
  }

  static LegacyAnswer of(int status, JsonValue json) {
    return new LegacyAnswer(status, "application/json", PythonJson.compact(json), null);
  }

  static LegacyAnswer command(@Nullable String detail) {
    return ok(LegacyJson.object("status", "ok", "detail", detail));
  }

  static LegacyAnswer problem(int status, String detail) {
    return of(status, LegacyJson.object("detail", detail));
  }

  /** A validation error of one item (PROTOCOL 5.1). */
  static LegacyAnswer unprocessable(String type, String message, String where, String what) {
    return of(
        422,
        LegacyJson.object(
            "detail",
            LegacyJson.array(
                List.of(
                    LegacyJson.object(
                        "type",
                        type,
                        "loc",
                        List.of(where, what),
                        "msg",
                        message,
                        "input",
                        null)))));
  }

  static LegacyAnswer serverError() {
    return new LegacyAnswer(500, "text/plain", "Internal Server Error", null);
  }

  LegacyAnswer then(Runnable task) {
    return new LegacyAnswer(status, contentType, body, task);
  }
}
