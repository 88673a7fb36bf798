package org.dffmpeg.coordinator.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;

/**
 * The stored messages. Called inside a unit of {@code Transactions}; thread-safe.
 *
 * <p>What was sent is one mark per channel, not a flag per message: as ids increase in commit order
 * and delivery is in order, everything up to the mark was sent.
 *
 * <p>Whoever reads gets at most {@code limit} messages and {@link Batch#MOST_BYTES}, but at least
 * one message if there is any.
 */
public interface OutboxStore {
  /** The caller has moved the channel's last id in this unit, on the row that owns the channel. */
  void append(Channel channel, List<DownlinkMessage> messages);

  /** Messages with a greater id than {@code cursor}, sent or not, in order. */
  Batch after(Channel channel, MessageId cursor, int limit);

  /** Messages above the channel's mark, in order. */
  Batch unsent(Channel channel, int limit);

  /** Moves the marks forward; a mark never moves back by this. */
  void markSent(Map<Channel, MessageId> through, Instant at);

  /** Takes the mark back to the start: the listener is a new process that remembers nothing. */
  void markUnsent(Channel channel);

  /** Whether a message about this job lies above the channel's mark. */
  boolean hasUnsentAbout(Channel channel, JobId job);

  /** Deletes the requests for this job on a worker's channel: it has answered. */
  void deleteRequests(Channel channel, JobId job);

  /**
   * Deletes everything about this job on a worker's channel: the worker has nothing to do with it.
   */
  void deleteAbout(Channel channel, JobId job);

  /** Deletes the registration tokens on a worker's channel: a new one takes their place. */
  void deleteTokens(Channel channel);

  /**
   * Deletes what a worker has heard when it answers a token: the token and every command before it,
   * save requests, which end by an answer of their own.
   */
  void deleteHeard(Channel channel, MessageId token);

  /** The {@code job_logs} messages after {@code cursor}, in order: the first of them. */
  List<DownlinkMessage> logsAfter(JobId job, MessageId cursor, int limit);

  /** The {@code job_logs} messages of the job, in order: the newest of them. */
  List<DownlinkMessage> newestLogs(JobId job, int limit);
}
