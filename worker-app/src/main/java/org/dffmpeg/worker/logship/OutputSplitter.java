package org.dffmpeg.worker.logship;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes into records at {@code \n}, {@code \r\n} and {@code \r}, and after {@value
 * #MOST_BYTES} bytes without any. Text is UTF-8; what is not becomes replacement characters.
 * Confined to one thread.
 */
final class OutputSplitter {
  /** The longest record. */
  static final int MOST_BYTES = 64 * 1024;

  /** Who takes the records. */
  interface Sink {
    /** A record that ended in {@code \n} or {@code \r\n}, was too long, or was the last. */
    void line(String text);

    /** A record that ended in {@code \r} alone: the next one overwrites it on a terminal. */
    void overwritten(String text);
  }

  private final Sink sink;
  private final byte[] record = new byte[MOST_BYTES];
  private int length;
  private boolean afterReturn;

  OutputSplitter(Sink sink) {
    this.sink = sink;
  }

  /** Takes the next bytes. */
  void feed(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      feed(bytes[i]);
    }
  }

  /** There is no more: gives what is left. */
  void end() {
    if (afterReturn) {
      sink.overwritten(take(length));
    } else if (length > 0) {
      sink.line(take(length));
    }
    afterReturn = false;
  }

  private void feed(byte next) {
    if (next == '\n') {
      afterReturn = false;
      sink.line(take(length));
      return;
    }
    if (afterReturn) {
      afterReturn = false;
      sink.overwritten(take(length));
    }
    if (next == '\r') {
      afterReturn = true;
      return;
    }
    if (length == MOST_BYTES) {
      sink.line(take(wholeCharacters()));
    }
    record[length++] = next;
  }

  /** How much of a full record ends with a whole character; all of it if the end is no UTF-8. */
  private int wholeCharacters() {
    int start = length - 1;
    while (start > length - 4 && (record[start] & 0xC0) == 0x80) {
      start--;
    }
    int lead = record[start] & 0xFF;
    int wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return start + wanted > length ? start : length;
  }

  private String take(int count) {
    String text = new String(record, 0, count, StandardCharsets.UTF_8);
    byte[] rest = Arrays.copyOfRange(record, count, length);
    System.arraycopy(rest, 0, record, 0, rest.length);
    length = rest.length;
    return text;
  }
}
