package org.dffmpeg.coordinator.core.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.transport.TransportName;

/**
 * The one transport there is so far: the listener polls the coordinator (PROTOCOL 7). Immutable.
 *
 * @param basePath the setting {@code base_path}, usually {@code /poll}; relative to the API base
 */
public record HttpPolling(String basePath) implements Transports {
  @Override
  public Optional<TransportOffer> forJob(List<String> supported, JobId job) {
    return offer(supported, basePath + "/jobs/" + job.value());
  }

  @Override
  public Optional<TransportOffer> forWorker(List<String> supported) {
    return offer(supported, basePath + "/worker");
  }

  private static Optional<TransportOffer> offer(List<String> supported, String path) {
    return supported.contains(TransportName.HTTP_POLLING)
        ? Optional.of(new TransportOffer(TransportName.HTTP_POLLING, Map.of("path", path)))
        : Optional.empty();
  }
}
