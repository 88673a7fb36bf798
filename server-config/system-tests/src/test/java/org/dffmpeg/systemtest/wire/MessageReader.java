package org.dffmpeg.systemtest.wire;

import jakarta.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The messages of an NDJSON stream one by one (PROTOCOL 7). Fails on lines that are not pure ASCII
 * and on message ids that do not rise. Confined to one thread.
 */
public final class MessageReader implements AutoCloseable {
  private final LineStream stream;
  private final Deque<JsonObject> read = new ArrayDeque<>();
  private String lastId;

  private MessageReader(LineStream stream, String lastId) {
    this.stream = stream;
    this.lastId = lastId;
  }

  /**
   * Opens the stream of that polling path without a cursor.
   *
   * @param patience the longest silence, keep-alives included
   */
  public static MessageReader open(RawHttp http, String path, Duration patience)
      throws IOException {
    return open(http, path, "", patience);
  }

  /**
   * Opens the stream of that polling path to hear what follows a message.
   *
   * @param lastId of the message heard last; empty if none was
   * @param patience the longest silence, keep-alives included
   */
  public static MessageReader open(RawHttp http, String path, String lastId, Duration patience)
      throws IOException {
    String cursor = lastId.isEmpty() ? "" : "&last_message_id=" + lastId;
    LineStream stream = http.stream(Request.get(path).query("wait=5" + cursor), patience);
    if (stream.status() != 200) {
      stream.close();
      throw new IOException(path + " answered " + stream.status());
    }
    return new MessageReader(stream, lastId);
  }

  /** The next message, past any keep-alive. */
  public JsonObject next() throws IOException {
    while (read.isEmpty()) {
      String line = stream.next();
      if (line == null) {
        throw new EOFException("the server ended the stream");
      }
      if (!line.isEmpty()) {
        take(line);
      }
    }
    return read.remove();
  }

  private void take(String line) {
    if (!line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new AssertionError("not pure ASCII: " + line);
    }
    for (JsonObject message :
        PythonJson.parse(line)
            .asJsonObject()
            .getJsonArray("messages")
            .getValuesAs(JsonObject.class)) {
      String id = message.getString("message_id");
      if (id.compareTo(lastId) <= 0) {
        throw new AssertionError("message " + id + " does not follow " + lastId);
      }
      lastId = id;
      read.add(message);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
