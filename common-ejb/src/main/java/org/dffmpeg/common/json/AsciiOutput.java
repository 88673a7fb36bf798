package org.dffmpeg.common.json;

import java.io.Writer;
import java.util.Arrays;

/**
 * Collects JSON text as bytes, everything above U+007E escaped: old readers split lines at every
 * Unicode line boundary (PROTOCOL 7). Such characters occur only inside JSON strings, so the escape
 * is always in place. Confined to one call.
 */
final class AsciiOutput extends Writer {
  private static final int LAST_PLAIN = 0x7E;
  private static final int LONGEST_ESCAPE = 6;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private byte[] bytes = new byte[512];
  private int size;

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    makeRoomFor(length * LONGEST_ESCAPE);
    for (int i = offset; i < offset + length; i++) {
      put(text[i]);
    }
  }

  private void makeRoomFor(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  private void put(char c) {
    if (c <= LAST_PLAIN) {
      bytes[size++] = (byte) c;
      return;
    }
    bytes[size++] = '\\';
    bytes[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[size++] = HEX[(c >> shift) & 0xF];
    }
  }

  @Override
  public void flush() {
    // The bytes are already where they shall be.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
