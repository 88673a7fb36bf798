package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dffmpeg.systemtest.wire.LineStream;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads a polling path for ever as the Python peers do (PROTOCOL 7 "Client timing"): NDJSON, {@code
 * wait=5}, the cursor in memory only, at once again after a clean end, one second later after an
 * error. Runs on its own thread.
 */
final class LegacyReceiver implements Runnable, AutoCloseable {
  private static final int POLL_WAIT_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(POLL_WAIT_SECONDS + 5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RawHttp http;
  private final String path;
  private final Consumer<JsonObject> messages;
  private @Nullable String cursor;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable LineStream stream;

  LegacyReceiver(RawHttp http, String path, Consumer<JsonObject> messages) {
    this.http = http;
    this.path = path;
    this.messages = messages;
  }

  @Override
  public void run() {
    while (isOpen()) {
      try {
        readOneStream();
      } catch (IOException e) {
        pause();
      }
    }
  }

  private void readOneStream() throws IOException {
    String query =
        "wait=" + POLL_WAIT_SECONDS + (cursor == null ? "" : "&last_message_id=" + cursor);
    try (LineStream opened = http.stream(Request.get(path).query(query), PATIENCE)) {
      stream = opened;
      if (opened.status() != 200) {
        pause();
        return;
      }
      for (String line = opened.next(); line != null && isOpen(); line = opened.next()) {
        if (!line.isEmpty()) {
          accept(PythonJson.parse(line).asJsonObject());
        }
      }
    }
  }

  private void accept(JsonObject batch) {
    for (JsonObject message : batch.getJsonArray("messages").getValuesAs(JsonObject.class)) {
      String id = message.getString("message_id");
      cursor = cursor == null || id.compareTo(cursor) > 0 ? id : cursor;
      messages.accept(message);
    }
  }

  private void pause() {
    try {
      if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  @Override
  public void close() {
    closed.countDown();
    LineStream open = stream;
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // The reader sees the closed socket either way.
      }
    }
  }
}
