package org.dffmpeg.client.link;

import java.util.List;
import org.dffmpeg.client.link.ListeningLoop.Heard;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;

/**
 * From bytes to the sink: reads a batch, drops what was heard before. As thread-safe as its sink.
 */
final class Inlet {
  private static final System.Logger LOG = System.getLogger(Inlet.class.getName());

  private final Cursor cursor;
  private final MessageSink sink;

  Inlet(Cursor cursor, MessageSink sink) {
    this.cursor = cursor;
    this.sink = sink;
  }

  /** A whole answer: a batch, or a refusal. */
  Heard take(Answer answer) {
    if (answer.isOk()) {
      return take(answer.body());
    }
    boolean again = !answer.isRefusal() || sink.refused(answer);
    return again ? Heard.NOTHING : Heard.ENOUGH;
  }

  /**
   * One batch; nothing if all in it was heard before. What cannot be read is skipped (PROTOCOL 7).
   */
  Heard take(byte[] batch) {
    List<DownlinkMessage> messages;
    try {
      MessageBatch read = WireJson.read(MessageBatch.class, batch);
      messages = read.messages();
      tellSkipped(read.skipped());
    } catch (WireFormatException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "skipped what was no message: " + e.getMessage());
      return Heard.NOTHING;
    }
    List<DownlinkMessage> fresh = cursor.take(messages);
    if (fresh.isEmpty()) {
      return Heard.NOTHING;
    }
    return sink.receive(fresh) ? Heard.SOMETHING : Heard.ENOUGH;
  }

  private static void tellSkipped(int skipped) {
    if (skipped > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "skipped " + skipped + " messages of a kind unknown here");
    }
  }
}
