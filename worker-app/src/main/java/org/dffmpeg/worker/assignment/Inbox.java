package org.dffmpeg.worker.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.MessageSink;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;

/**
 * The worker's end of its channel: sorts messages to those who act on them, in order. Never blocks.
 * Called by one receiver at a time.
 */
public final class Inbox implements MessageSink {
  private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

  private final ClientId self;
  private final JobDesk desk;
  private final Consumer<String> tokens;

  /**
   * An inbox.
   *
   * @param self whose messages are taken; others on the channel are not for us (PITFALLS W5)
   * @param tokens takes registration tokens; must not block
   */
  public Inbox(ClientId self, JobDesk desk, Consumer<String> tokens) {
    this.self = self;
    this.desk = desk;
    this.tokens = tokens;
  }

  @Override
  public boolean receive(List<DownlinkMessage> messages) {
    List<DownlinkMessage> ours =
        messages.stream().filter(m -> m.recipientId().equals(self)).toList();
    newestToken(ours).ifPresent(tokens);
    withoutCanceledRequests(ours).forEach(this::act);
    return true;
  }

  @Override
  public boolean refused(Answer answer) {
    LOG.log(
        System.Logger.Level.WARNING,
        () -> "the coordinator does not let us listen: " + answer.explanation());
    return true;
  }

  private void act(DownlinkMessage message) {
    if (message.payload() instanceof Payload.JobRequest request) {
      desk.request(request);
    } else if (message.payload() instanceof Payload.JobStatus status && message.jobId() != null) {
      desk.order(message.jobId(), status.status());
    }
  }

  private static Optional<String> newestToken(List<DownlinkMessage> messages) {
    return messages.stream()
        .filter(m -> m.payload() instanceof Payload.VerifyRegistration)
        .map(m -> ((Payload.VerifyRegistration) m.payload()).registrationToken())
        .reduce((older, newer) -> newer);
  }

  /** S1: of a request and a later end of the same job, only the end is left. */
  private static List<DownlinkMessage> withoutCanceledRequests(List<DownlinkMessage> messages) {
    Set<JobId> endedLater = new HashSet<>();
    List<DownlinkMessage> left = new ArrayList<>();
    for (int i = messages.size() - 1; i >= 0; i--) {
      DownlinkMessage message = messages.get(i);
      JobId job = message.jobId();
      boolean superseded =
          message.payload() instanceof Payload.JobRequest
              && job != null
              && endedLater.contains(job);
      if (!superseded) {
        left.add(0, message);
      }
      if (job != null && isEnd(message)) {
        endedLater.add(job);
      }
    }
    return left;
  }

  private static boolean isEnd(DownlinkMessage message) {
    return message.payload() instanceof Payload.JobStatus status
        && (status.status() == JobState.CANCELING || status.status().isTerminal());
  }
}
