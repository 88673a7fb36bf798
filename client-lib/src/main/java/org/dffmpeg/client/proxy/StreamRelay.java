package org.dffmpeg.client.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;

/**
 * Writes each line to the stream it came from, followed by a newline (PROTOCOL 16), in one write,
 * so that a reader never sees half of one. Called by one thread.
 */
final class StreamRelay implements ClientListener {
  private final OutputStream out;
  private final OutputStream err;

  StreamRelay(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void onLine(JobId job, LogStream stream, String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    ended[text.length] = '\n';
    try {
      (stream == LogStream.STDOUT ? out : err).write(ended);
    } catch (IOException e) {
      throw new UncheckedIOException("the caller has closed " + stream.wireName(), e);
    }
  }
}
