package org.dffmpeg.common.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the receiver shall listen (PROTOCOL 5.3 "Transport"): a transport name and its metadata (JSON
 * scalars).
 */
public record TransportOffer(String transport, Map<String, Object> metadata) {
  public TransportOffer {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** The {@code path} of http_polling, relative to the API base (PROTOCOL 7). */
  public Optional<String> path() {
    return Optional.ofNullable(metadata.get("path")).map(Object::toString);
  }
}
