package org.dffmpeg.coordinator.config;

import java.util.List;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.coordinator.core.access.AddressRules;

/**
 * Who gets in, and how much of it. Immutable.
 *
 * @param dashboardVisitors from where the dashboard may be seen
 * @param metricsVisitors from where the metrics may be read
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param maxBodyBytes the longest request body
 * @param failuresPerMinute failed authentications per source address
 */
public record AccessSettings(
    boolean dashboardEnabled,
    AddressRules dashboardVisitors,
    AddressRules metricsVisitors,
    AddressRules trustedProxies,
    int maxBodyBytes,
    int failuresPerMinute) {
  private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");
  private static final int MEBIBYTE = 1024 * 1024;

  /** What our own worker may send at once: half a million characters, six bytes each escaped. */
  private static final int LEAST_BODY_BYTES = 4 * MEBIBYTE;

  static AccessSettings read(SettingsReader settings) {
    return new AccessSettings(
        settings.flag("web_dashboard_enabled", true),
        addresses(settings, "allowed_dashboard_ips", LOOPBACK),
        addresses(settings, "allowed_metrics_ips", LOOPBACK),
        addresses(settings, "trusted_proxies", List.of()),
        settings.integer("max_body_bytes", 16 * MEBIBYTE, LEAST_BODY_BYTES, 256 * MEBIBYTE),
        settings.section("failure_rate").integer("per_minute", 60, 1, 1_000_000));
  }

  private static AddressRules addresses(
      SettingsReader settings, String key, List<String> otherwise) {
    List<String> texts = settings.texts(key, otherwise);
    return AddressRules.firstInvalid(texts)
        .map(
            text -> {
              settings.problem(
                  key, "expected addresses or networks (as 10.0.0.0/8), not '" + text + "'");
              return AddressRules.NONE;
            })
        .orElseGet(() -> AddressRules.of(texts));
  }
}
