package org.dffmpeg.coordinator.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.coordinator.core.retention.RetentionPolicy;

/**
 * What is kept for how long, and when the rest is deleted. Immutable.
 *
 * @param interval between two runs
 * @param jitter by how much that may vary; at most the interval
 */
public record RetentionSettings(RetentionPolicy policy, Duration interval, Duration jitter) {
  private static final String FOREVER = "forever";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = DAY.multipliedBy(36_500);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /** Who is restarted every day shall tidy up every day. */
  private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMinutes(10);

  static RetentionSettings read(SettingsReader settings) {
    SettingsReader section = settings.section("retention");
    RetentionPolicy policy =
        new RetentionPolicy(
            age(section, "jobs", 30),
            section
                .parsed("most_jobs", "a whole number from 1, or forever", RetentionSettings::count)
                .orElse(1_000_000),
            age(section, "logs", 7),
            age(section, "messages", 7),
            age(section, "workers", 30));
    Duration interval =
        section.duration("interval", Duration.ofHours(1), SHORTEST_PAUSE, DAY.multipliedBy(7));
    Duration usual = Duration.ofMinutes(5);
    Duration jitter =
        section.duration(
            "jitter", usual.compareTo(interval) < 0 ? usual : interval, Duration.ZERO, DAY);
    if (jitter.compareTo(interval) > 0) {
      section.problem("jitter", "expected at most retention.interval");
    }
    return new RetentionSettings(policy, interval, jitter);
  }

  private static Optional<Duration> age(SettingsReader section, String key, int days) {
    String expected = "seconds from " + RetentionPolicy.SHORTEST.toSeconds() + ", or " + FOREVER;
    return section
        .parsed(key, expected, RetentionSettings::age)
        .orElse(Optional.of(DAY.multipliedBy(days)));
  }

  /** 0 is refused: some read it as "at once", others as "never". */
  private static Optional<Duration> age(String text) {
    if (text.equals(FOREVER)) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(text);
    if (seconds.compareTo(BigDecimal.valueOf(RetentionPolicy.SHORTEST.toSeconds())) < 0
        || seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
      throw new IllegalArgumentException("too short or too long");
    }
    return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  private static int count(String text) {
    int count = text.equals(FOREVER) ? 0 : Integer.parseInt(text);
    if (count < 1 && !text.equals(FOREVER)) {
      throw new IllegalArgumentException("nothing would be kept");
    }
    return count;
  }

  /** The time to the next run: the interval, give or take the jitter. */
  public Duration pause(RandomGenerator random) {
    long spread = jitter.toMillis();
    Duration pause = interval.plusMillis(random.nextLong(-spread, spread + 1));
    return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
  }

  /** The time from the start of the coordinator to its first run. */
  public Duration firstPause(RandomGenerator random) {
    Duration pause = pause(random);
    return pause.compareTo(LONGEST_FIRST_PAUSE) < 0 ? pause : LONGEST_FIRST_PAUSE;
  }
}
