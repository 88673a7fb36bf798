package org.dffmpeg.coordinator.core.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;

/** The workers. Called inside a unit of {@code Transactions}; thread-safe. */
public interface WorkerStore {
  Optional<Worker> find(WorkerId id);

  /**
   * Adds a new one.
   *
   * @throws org.dffmpeg.coordinator.core.tx.ConflictException if the id is taken
   */
  void insert(Worker worker);

  /**
   * Compare-and-set on {@link Worker#version}; everything but {@link Worker#slotsUsed} is written.
   *
   * @return false if somebody else was first
   */
  boolean replace(Worker seen, Worker next);

  /**
   * Compare-and-set that takes slots and moves the channel's last id: only of a worker that is
   * online and not held, unchanged since it was seen, and has all of these slots free.
   *
   * @return false if it does not hold any more
   */
  boolean takeSlots(Worker seen, Slots taken, MessageId lastMessageId);

  /**
   * Gives slots back that were taken, whatever else happened to the worker meanwhile; it changes no
   * version.
   */
  void releaseSlots(WorkerId id, Slots taken);

  /** Compare-and-set that moves the channel's last id only. */
  boolean moveLastMessage(Worker seen, MessageId lastMessageId);

  /** Those that are online. */
  List<Worker> online();

  /**
   * Those that are online and have a slot free for a job of this class or of a less urgent one;
   * none while the queue is paused.
   */
  List<Worker> free(JobClass mostUrgent);

  /**
   * Those not offline, and those offline that were seen since; online and draining first, then the
   * latest seen, then by id (PROTOCOL 5.4).
   */
  List<Worker> presentOrSeenSince(Instant since);

  /** Those whose lease is over, with a registration interval of at most so many seconds. */
  List<Worker> overdue(Instant now, int longestInterval, int limit);
}
