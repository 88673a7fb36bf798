package org.dffmpeg.common.config;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.transport.TransportName;

/**
 * How a client or worker hears (PROTOCOL 7, 18): the transports in order of preference; for {@code
 * http_polling}, how long a poll waits and whether it streams. Immutable.
 */
public record TransportSettings(List<String> enabled, Duration pollWait, boolean streaming) {
  public static final TransportSettings DEFAULTS =
      new TransportSettings(List.of(TransportName.HTTP_POLLING), Duration.ofSeconds(5), true);

  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
  private static final Duration MOST_WAIT = Duration.ofMinutes(5);

  public TransportSettings {
    enabled = List.copyOf(enabled);
  }

  /** Reads the section {@code transports}; what is wrong is noted in the reader. */
  public static TransportSettings read(SettingsReader settings) {
    SettingsReader section = settings.section("transports");
    section.ignore("defaults");
    SettingsReader all = section.section("transport_settings");
    all.ignore("mqtt", "rabbitmq");
    SettingsReader polling = all.section(TransportName.HTTP_POLLING);
    return new TransportSettings(
        enabled(section),
        polling.duration("poll_wait", DEFAULTS.pollWait(), LEAST_WAIT, MOST_WAIT),
        polling.flag("streaming", DEFAULTS.streaming()));
  }

  private static List<String> enabled(SettingsReader section) {
    List<String> names = section.texts("enabled_transports", List.of());
    for (String name : names) {
      if (!TransportName.HTTP_POLLING.equals(name)) {
        section.problem(
            "enabled_transports",
            "unknown transport '" + name + "', expected " + TransportName.HTTP_POLLING);
      }
    }
    return names.isEmpty() ? DEFAULTS.enabled() : names;
  }
}
