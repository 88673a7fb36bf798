package org.dffmpeg.client.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;

/**
 * Writes each line to the stream it came from, followed by a newline (PROTOCOL 16), in one write,
 * so that a reader never sees half of one. A job whose stdout nobody reads any more is canceled, as
 * an ffmpeg that ran here would end; without a reader of stderr it goes on. Called by one thread.
 */
final class StreamRelay implements ClientListener {
  private final OutputStream out;
  private final OutputStream err;
  private final Consumer<JobId> cancel;
  private volatile boolean readerGone;

  StreamRelay(OutputStream out, OutputStream err, Consumer<JobId> cancel) {
    this.out = out;
    this.err = err;
    this.cancel = cancel;
  }

  /** Whether the job was canceled because its stdout cannot be written any more. */
  boolean isReaderGone() {
    return readerGone;
  }

  @Override
  public void onLine(JobId job, LogStream stream, String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    ended[text.length] = '\n';
    try {
      (stream == LogStream.STDOUT ? out : err).write(ended);
    } catch (IOException e) {
      if (stream == LogStream.STDOUT && !readerGone) {
        cancel.accept(job);
        readerGone = true;
      }
      throw new UncheckedIOException("the caller has closed " + stream.wireName(), e);
    }
  }
}
