package org.dffmpeg.common.json;

import java.io.ByteArrayOutputStream;
import java.io.Writer;

/**
 * Collects JSON text as bytes, everything above U+007E escaped: old readers split lines at every
 * Unicode line boundary (PROTOCOL 7). Such characters occur only inside JSON strings, so the escape
 * is always in place. Confined to one call.
 */
final class AsciiOutput extends Writer {
  private static final int LAST_PLAIN = 0x7E;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  @Override
  public void write(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      put(text[i]);
    }
  }

  private void put(char c) {
    if (c <= LAST_PLAIN) {
      bytes.write(c);
      return;
    }
    bytes.write('\\');
    bytes.write('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes.write(HEX[(c >> shift) & 0xF]);
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
