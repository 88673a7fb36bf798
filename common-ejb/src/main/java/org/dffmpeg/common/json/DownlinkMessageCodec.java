package org.dffmpeg.common.json;

import java.time.Instant;
import org.dffmpeg.common.protocol.DownlinkMessage;

/** PROTOCOL 6: the envelope. */
final class DownlinkMessageCodec implements Codec<DownlinkMessage> {
  @Override
  public void write(DownlinkMessage message, ObjectWriter out) {
    out.text("message_id", message.messageId())
        .text("sender_id", message.senderId())
        .text("recipient_id", message.recipientId())
        .text("job_id", message.jobId())
        .time("timestamp", message.timestamp())
        .time("sent_at", message.sentAt())
        .text("message_type", message.payload().type());
    Payloads.write(message.payload(), out);
  }

  @Override
  public DownlinkMessage read(ObjectReader in) {
    return new DownlinkMessage(
        in.messageId("message_id"),
        in.optionalText("sender_id"),
        in.clientId("recipient_id"),
        in.optionalJobId("job_id"),
        in.required("timestamp", Readers::time, Instant.EPOCH),
        in.optionalTime("sent_at"),
        Payloads.read(in));
  }
}
