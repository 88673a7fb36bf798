package org.dffmpeg.common.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /health} (PROTOCOL 5.4): components are null unless a deep check was asked for.
 */
public record HealthView(
    String status,
    String version,
    @Nullable Map<String, Component> databases,
    @Nullable Map<String, Component> transports) {
  /** One checked part: {@code healthy} or {@code unhealthy}, and why. */
  public record Component(String status, @Nullable String detail) {}
}
