package org.dffmpeg.coordinator.config;

import java.time.Duration;
import org.dffmpeg.common.config.SettingsReader;

/**
 * When the coordinator does things of its own accord. Immutable.
 *
 * @param janitorInterval between two sweeps
 * @param janitorJitter by how much the first may be late, so that several coordinators do not keep
 *     step
 * @param shutdownDelay how long {@code /health} answers 503 before connections are refused
 */
public record TimingSettings(
    Duration janitorInterval, Duration janitorJitter, Duration shutdownDelay) {

  static TimingSettings read(SettingsReader settings) {
    SettingsReader janitor = settings.section("janitor");
    Retired.JANITOR.reportIn(janitor);
    // Files of before have it; a token waits in the worker's channel, however early it comes.
    settings.duration(
        "handshake_delay_seconds", Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
    return new TimingSettings(
        janitor.duration(
            "interval", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(5)),
        janitor.duration("jitter", Duration.ofMillis(500), Duration.ZERO, Duration.ofMinutes(1)),
        settings.duration(
            "shutdown_delay_seconds", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30)));
  }
}
