package org.dffmpeg.client.link;

import java.util.List;
import org.dffmpeg.common.protocol.DownlinkMessage;

/** Who takes messages. Called by one thread at a time, the receiver's. */
public interface MessageSink {

  /**
   * Takes messages that arrived together, in their order; each once.
   *
   * @return whether to go on listening
   */
  boolean receive(List<DownlinkMessage> messages);

  /**
   * The coordinator refused to let us listen, for a reason that does not pass by itself (4xx).
   *
   * @return whether to try again, after a pause
   */
  boolean refused(Answer answer);
}
