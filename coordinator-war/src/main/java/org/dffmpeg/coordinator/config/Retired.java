package org.dffmpeg.coordinator.config;

import java.util.Map;
import org.dffmpeg.common.config.SettingsReader;

/**
 * Keys that the Python coordinator knows and this one does not, and what to do instead: better than
 * "unknown key" for those who bring their file along. Immutable.
 */
record Retired(Map<String, String> advice) {
  static final Retired TOP =
      new Retired(Map.of("dev_mode", "there is no development mode, remove it"));

  static final Retired DATABASE =
      new Retired(
          Map.of(
              "defaults", "there is one database for everything, see database.url",
              "engine_defaults", "there is one database for everything, see database.url",
              "repositories",
                  "there is one database for everything, see database.url;"
                      + " keys of encryption are named by encryption_keys_file"));

  static final Retired JANITOR =
      new Retired(
          Map.of(
              "job_assignment_timeout", "it is a key of its own now, not one of the janitor's",
              "job_pending_retry_delay", "jobs are assigned as soon as a worker is free, remove it",
              "job_pending_timeout", "jobs wait until a worker is free, remove it"));

  void reportIn(SettingsReader section) {
    advice.forEach(
        (key, text) -> {
          if (section.has(key)) {
            section.problem(key, text);
          }
        });
  }
}
