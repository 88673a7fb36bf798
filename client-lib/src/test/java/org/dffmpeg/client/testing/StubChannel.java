package org.dffmpeg.client.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;

/**
 * Keeps what was pushed, and gives what is after a listener's cursor: with {@code ndjson} in the
 * Accept as an endless stream with empty lines in between, else once. Thread-safe.
 */
public final class StubChannel {
  private static final Pattern CURSOR = Pattern.compile("last_message_id=(\\w+)");
  private static final int KEEP_ALIVE_MILLIS = 200;

  private final List<List<DownlinkMessage>> batches = new ArrayList<>();
  private final List<byte[]> raw = new ArrayList<>();
  private boolean closed;
  private int generation;
  private int listeners;

  synchronized void add(List<DownlinkMessage> batch) {
    batches.add(batch);
    notifyAll();
  }

  /** Ends every stream that is open now. */
  public synchronized void cut() {
    generation++;
    notifyAll();
  }

  /** Sends this line to every stream that is or will be open, before later batches. */
  public synchronized void pushRaw(String line) {
    raw.add((line + "\n").getBytes(StandardCharsets.UTF_8));
    notifyAll();
  }

  /** How many streams are open. */
  public synchronized int listeners() {
    return listeners;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  void serve(Call call, HttpExchange exchange) throws IOException {
    Matcher cursor = CURSOR.matcher(call.query());
    Optional<MessageId> after =
        cursor.find() ? Optional.of(new MessageId(cursor.group(1))) : Optional.empty();
    if (call.header("accept").contains("ndjson")) {
      stream(exchange, after);
    } else {
      once(exchange, after);
    }
  }

  private void once(HttpExchange exchange, Optional<MessageId> after) throws IOException {
    List<DownlinkMessage> found = new ArrayList<>();
    synchronized (this) {
      pause(KEEP_ALIVE_MILLIS);
      after(after, 0).forEach(found::addAll);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(WireJson.write(new MessageBatch(found)));
    }
  }

  private void stream(HttpExchange exchange, Optional<MessageId> after) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    listeners(1);
    try (OutputStream out = exchange.getResponseBody()) {
      int born = generation();
      int sent = 0;
      int sentRaw = 0;
      while (isOpen(born)) {
        List<byte[]> lines = new ArrayList<>();
        synchronized (this) {
          if (sent == batches.size() && sentRaw == raw.size()) {
            pause(KEEP_ALIVE_MILLIS);
          }
          lines.addAll(raw.subList(sentRaw, raw.size()));
          for (List<DownlinkMessage> batch : after(after, sent)) {
            lines.add(line(batch));
          }
          sent = batches.size();
          sentRaw = raw.size();
        }
        if (lines.isEmpty()) {
          lines.add(new byte[] {'\n'});
        }
        for (byte[] line : lines) {
          out.write(line);
        }
        out.flush();
      }
    } finally {
      listeners(-1);
    }
  }

  private synchronized void listeners(int change) {
    listeners += change;
  }

  private synchronized int generation() {
    return generation;
  }

  private synchronized boolean isOpen(int born) {
    return !closed && generation == born;
  }

  private List<List<DownlinkMessage>> after(Optional<MessageId> cursor, int index) {
    return batches.subList(index, batches.size()).stream()
        .map(
            batch ->
                batch.stream()
                    .filter(m -> cursor.isEmpty() || m.messageId().compareTo(cursor.get()) > 0)
                    .toList())
        .filter(batch -> !batch.isEmpty())
        .toList();
  }

  private static byte[] line(List<DownlinkMessage> batch) {
    return (new String(WireJson.write(new MessageBatch(batch)), StandardCharsets.US_ASCII) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @SuppressWarnings("WaitNotInLoop") // the callers loop; waking for nothing sends an empty line
  private void pause(int millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
