package org.dffmpeg.systemtest.wire;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a connection. */
final class LimitedInput extends InputStream {
  private final InputStream in;
  private int left;

  LimitedInput(InputStream in, int length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    return left-- > 0 ? in.read() : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = in.read(target, offset, Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }
}
