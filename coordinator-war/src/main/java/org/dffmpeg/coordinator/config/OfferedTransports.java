package org.dffmpeg.coordinator.config;

import java.util.List;
import java.util.regex.Pattern;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.transport.TransportName;

/**
 * Reads the section {@code transports} from the coordinator's side (PROTOCOL 7, 18). There is one
 * transport so far.
 */
final class OfferedTransports {
  private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  private OfferedTransports() {}

  static String pollingPath(SettingsReader settings) {
    SettingsReader section = settings.section("transports");
    section.ignore("defaults");
    for (String name : section.texts("enabled_transports", List.of())) {
      if (!name.equals(TransportName.HTTP_POLLING)) {
        section.problem(
            "enabled_transports",
            "unknown transport '" + name + "', expected " + TransportName.HTTP_POLLING);
      }
    }
    SettingsReader all = section.section("transport_settings");
    all.ignore("mqtt", "rabbitmq");
    SettingsReader polling = all.section(TransportName.HTTP_POLLING);
    polling.ignore("poll_wait", "streaming");
    return polling
        .parsed("base_path", "a path as /poll", OfferedTransports::basePath)
        .orElse("/poll");
  }

  private static String basePath(String text) {
    if (BASE_PATH.matcher(text).matches()) {
      return text;
    }
    throw new IllegalArgumentException("no path");
  }
}
