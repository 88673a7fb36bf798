package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored message (PROTOCOL 6). Immutable. */
record LegacyMessage(
    String id,
    @Nullable String sender,
    String recipient,
    @Nullable String jobId,
    Instant timestamp,
    @Nullable Instant sentAt,
    String type,
    JsonObject payload) {

  LegacyMessage sent(Instant now) {
    return new LegacyMessage(id, sender, recipient, jobId, timestamp, now, type, payload);
  }

  JsonObject json() {
    return LegacyJson.object(
        "message_id", id,
        "sender_id", sender,
        "recipient_id", recipient,
        "job_id", jobId,
        "timestamp", LegacyTime.text(timestamp),
        "sent_at", LegacyTime.text(sentAt),
        "message_type", type,
        "payload", payload);
  }
}
