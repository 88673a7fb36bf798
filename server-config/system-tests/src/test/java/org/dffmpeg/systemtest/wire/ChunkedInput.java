package org.dffmpeg.systemtest.wire;

import java.io.IOException;
import java.io.InputStream;

/** Decodes the chunked transfer encoding. */
final class ChunkedInput extends InputStream {
  private final HttpSocket socket;
  private final InputStream in;
  private int left;
  private boolean ended;

  ChunkedInput(HttpSocket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(target, offset, Math.min(length, left));
    left -= count;
    if (left == 0) {
      socket.readLine();
    }
    return count;
  }

  private void nextChunk() throws IOException {
    left = Integer.parseInt(socket.readLine().split(";", 2)[0], 16);
    if (left == 0) {
      ended = true;
      socket.readLine();
    }
  }
}
