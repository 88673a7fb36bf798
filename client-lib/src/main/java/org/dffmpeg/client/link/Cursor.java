package org.dffmpeg.client.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;

/**
 * How far a channel was heard (PROTOCOL 7): the greatest id, and the latest ids, so that what comes
 * twice is handed on once. Thread-safe; outlives a connection.
 */
public final class Cursor {
  /** Before every message: a poll from here reads a channel from its start. */
  public static final MessageId START = new MessageId("0".repeat(26));

  private static final int REMEMBERED = 4096;

  private final Set<MessageId> heard =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageId, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });
  private Optional<MessageId> last;

  private Cursor(Optional<MessageId> last) {
    this.last = last;
  }

  /** Hears everything that the channel keeps. */
  public static Cursor fromStart() {
    return new Cursor(Optional.of(START));
  }

  /** Hears what was not sent to anybody yet. */
  public static Cursor fromUnsent() {
    return new Cursor(Optional.empty());
  }

  /** The greatest id heard, or where it began. */
  public synchronized Optional<MessageId> last() {
    return last;
  }

  /** Those of the messages that were not heard before; they count as heard now. */
  synchronized List<DownlinkMessage> take(List<DownlinkMessage> messages) {
    List<DownlinkMessage> fresh = new ArrayList<>();
    for (DownlinkMessage message : messages) {
      MessageId id = message.messageId();
      if (heard.add(id)) {
        fresh.add(message);
        last = last.filter(l -> l.compareTo(id) > 0).or(() -> Optional.of(id));
      }
    }
    return fresh;
  }
}
