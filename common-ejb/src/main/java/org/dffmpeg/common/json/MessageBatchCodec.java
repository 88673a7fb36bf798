package org.dffmpeg.common.json;

import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.MessageBatch;

/**
 * PROTOCOL 7: one line of a stream, one answer to a long poll. A message that cannot be read does
 * not spoil its neighbours: it is passed over and counted.
 */
final class MessageBatchCodec implements Codec<MessageBatch> {
  private static final DownlinkMessageCodec MESSAGE = new DownlinkMessageCodec();

  @Override
  public void write(MessageBatch batch, ObjectWriter out) {
    out.objects("messages", MESSAGE, batch.messages());
  }

  @Override
  public MessageBatch read(ObjectReader in) {
    List<Input> items = in.required("messages", Input::items, List.of());
    List<DownlinkMessage> readable = new ArrayList<>();
    for (Input item : items) {
      Violations violations = new Violations();
      DownlinkMessage message =
          new Input(item.value(), item.location(), violations).object(MESSAGE);
      if (violations.isEmpty()) {
        readable.add(message);
      }
    }
    return new MessageBatch(readable, items.size() - readable.size());
  }
}
