package org.dffmpeg.coordinator.core.delivery;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.TransportOffer;

/**
 * Which transport a listener gets: the first of its own list that this coordinator offers (PROTOCOL
 * 5.4). Thread-safe.
 */
public interface Transports {
  /** The offer for the requester of a job; empty if there is no common transport. */
  Optional<TransportOffer> forJob(List<String> supported, JobId job);

  /** The offer for a worker; empty if there is no common transport. */
  Optional<TransportOffer> forWorker(List<String> supported);
}
