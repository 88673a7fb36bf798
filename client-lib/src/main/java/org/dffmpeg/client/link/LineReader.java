package org.dffmpeg.client.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into lines of bytes, each at most so long. Confined to one thread. */
final class LineReader {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[16 * 1024];
  private int position;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its {@code \n}, or empty at the end; what follows the last {@code \n} is
   * no line.
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    while (position < end || fill()) {
      int stop = indexOfLineFeed();
      line.write(chunk, position, stop - position);
      position = stop;
      if (stop < end) {
        position++;
        return Optional.of(line.toByteArray());
      }
      if (line.size() > MOST_BYTES) {
        throw new IOException("a line of more than " + MOST_BYTES + " bytes");
      }
    }
    return Optional.empty();
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private int indexOfLineFeed() {
    int i = position;
    while (i < end && chunk[i] != '\n') {
      i++;
    }
    return i;
  }
}
