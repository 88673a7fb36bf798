package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A row of {@code messages}: the message as it goes out, and what it is found by. */
@Entity
@Table(name = "messages")
@IdClass(MessageRow.Key.class)
class MessageRow {
  @Id
  @Column(name = "channel")
  String channel;

  @Id
  @Column(name = "message_id")
  String messageId;

  @Column(name = "job_id")
  @Nullable String jobId;

  @Column(name = "message_type")
  String messageType;

  @Column(name = "body")
  String body;

  /** The primary key, in the form that Jakarta Persistence asks for. */
  static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String channel = "";
    String messageId = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && channel.equals(key.channel)
          && messageId.equals(key.messageId);
    }

    @Override
    public int hashCode() {
      return 31 * channel.hashCode() + messageId.hashCode();
    }
  }
}
