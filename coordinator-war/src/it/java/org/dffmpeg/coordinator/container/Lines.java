package org.dffmpeg.coordinator.container;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;
import org.dffmpeg.common.protocol.Payload;

/** An NDJSON stream being read. Confined to the test's thread. */
final class Lines implements AutoCloseable {
  /** Empty lines come every second. */
  private static final int PATIENCE = 90;

  private final BufferedReader reader;
  private final Deque<DownlinkMessage> read = new ArrayDeque<>();

  Lines(InputStream stream) {
    this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
  }

  String nextLine() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      throw new EOFException("the stream ended");
    }
    return line;
  }

  /** The next message of that type; others are passed over. */
  DownlinkMessage next(Class<? extends Payload> type) throws IOException, WireFormatException {
    return until(message -> type.isInstance(message.payload()));
  }

  DownlinkMessage until(Predicate<DownlinkMessage> wanted) throws IOException, WireFormatException {
    for (int lines = 0; lines < PATIENCE; lines++) {
      while (!read.isEmpty()) {
        DownlinkMessage message = read.remove();
        if (wanted.test(message)) {
          return message;
        }
      }
      String line = nextLine();
      if (!line.isEmpty()) {
        byte[] json = line.getBytes(StandardCharsets.US_ASCII);
        read.addAll(WireJson.read(MessageBatch.class, json).messages());
      }
    }
    throw new EOFException("the message does not come");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
