package org.dffmpeg.coordinator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.common.config.Secret;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.coordinator.core.access.AddressRules;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.retention.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorSettingsTest {
  private static final String EVERY_KEY =
      """
      host: 0.0.0.0
      port: 8443
      data_dir: data
      database:
        url: jdbc:postgresql://db.example.org/dffmpeg
        user: me
        password: open sesame
        pool_size: 33
      encryption_keys_file: ring.yaml
      default_encryption_key_id: k7
      tls:
        keystore_file: coordinator.p12
        keystore_password: secret
      transports:
        enabled_transports: [http_polling]
        transport_settings:
          http_polling:
            base_path: /listen
      allowed_binaries: [ffmpeg]
      default_worker_slots: 9
      default_probe_slots: 3
      default_queue_timeout: 600
      default_job_heartbeat_interval: 7
      job_lease: 120
      job_assignment_timeout: 11
      cancel_timeout: 31
      janitor:
        interval: 12
        jitter: 1.5
      retention:
        interval: 7200
        jitter: 60.5
        jobs: 86400
        most_jobs: 5000
        logs: 7200.5
        messages: 7201
        workers: forever
      handshake_delay_seconds: 2.5
      shutdown_delay_seconds: 3
      web_dashboard_enabled: false
      allowed_dashboard_ips: [10.0.0.0/8]
      allowed_metrics_ips: [192.168.0.0/16]
      trusted_proxies: [192.0.2.80]
      max_body_bytes: 4194304
      failure_rate:
        per_minute: 61
      """;

  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void every_key_is_read() throws IOException {
    Path file = given(EVERY_KEY);

    assertThat(load(file))
        .isEqualTo(
            new CoordinatorSettings(
                new ListenSettings(
                    "0.0.0.0",
                    8443,
                    Optional.of(
                        new ListenSettings.Tls(
                            directory.resolve("coordinator.p12"), new Secret("secret")))),
                directory.resolve("data"),
                new StoreSettings(
                    Optional.of("jdbc:postgresql://db.example.org/dffmpeg"),
                    "me",
                    new Secret("open sesame"),
                    33),
                directory.resolve("ring.yaml"),
                Optional.of("k7"),
                "/listen",
                new CoordinatorPolicy(
                    Set.of("ffmpeg"),
                    7,
                    9,
                    3,
                    Duration.ofMinutes(10),
                    new LeasePolicy(
                        Duration.ofSeconds(120), Duration.ofSeconds(11), Duration.ofSeconds(31))),
                new TimingSettings(
                    Duration.ofSeconds(12), Duration.ofMillis(1500), Duration.ofSeconds(3)),
                new RetentionSettings(
                    new RetentionPolicy(
                        Optional.of(Duration.ofDays(1)),
                        5000,
                        Optional.of(Duration.ofMillis(7_200_500)),
                        Optional.of(Duration.ofSeconds(7201)),
                        Optional.empty()),
                    Duration.ofHours(2),
                    Duration.ofMillis(60_500)),
                new AccessSettings(
                    false,
                    AddressRules.of(List.of("10.0.0.0/8")),
                    AddressRules.of(List.of("192.168.0.0/16")),
                    AddressRules.of(List.of("192.0.2.80")),
                    4_194_304,
                    61)));
  }

  @Test
  void without_a_file_everything_has_a_default() {
    CoordinatorSettings defaults = load(null);

    assertThat(defaults.listen())
        .isEqualTo(new ListenSettings("127.0.0.1", 8000, Optional.empty()));
    assertThat(defaults.dataDirectory()).isEqualTo(directory.resolve("dffmpeg-data"));
    assertThat(defaults.keyRing()).isEqualTo(directory.resolve("dffmpeg-data/keys.yaml"));
    assertThat(defaults.store().url()).isEmpty();
    assertThat(defaults.policy().leases().jobLease()).isEqualTo(Duration.ofSeconds(90));
    assertThat(defaults.access().trustedProxies()).isEqualTo(AddressRules.NONE);
    assertThat(defaults.access().dashboardVisitors())
        .isEqualTo(AddressRules.of(List.of("127.0.0.0/8", "::1")));
  }

  @Test
  void no_setting_is_tested_with_its_default_only() throws IOException {
    assertNothingEqual(load(given(EVERY_KEY)), load(null));
  }

  @Test
  void the_environment_lies_over_the_file() throws IOException {
    environment.put("DFFMPEG_PORT", "9001");
    environment.put("DFFMPEG_FAILURE_RATE_PER_MINUTE", "5");
    environment.put("DFFMPEG_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2");

    CoordinatorSettings settings = load(given(EVERY_KEY));

    assertThat(settings.listen().port()).isEqualTo(9001);
    assertThat(settings.access().failuresPerMinute()).isEqualTo(5);
    assertThat(settings.access().trustedProxies())
        .isEqualTo(AddressRules.of(List.of("10.0.0.1", "10.0.0.2")));
  }

  @Test
  void without_a_lease_only_an_operator_gives_jobs_up() throws IOException {
    LeasePolicy leases = load(given("job_lease: none")).policy().leases();

    assertThat(leases.jobLease()).isZero();
    assertThat(leases.workerSilence()).isEmpty();
    assertThat(leases.workerInterval(600)).isEqualTo(600);
  }

  @Test
  void all_mistakes_are_told_at_once_with_their_lines() throws IOException {
    Path file =
        given(
            """
            prot: 8000
            port: eighty
            database: {url: "jdbc:mysql://x/y"}
            trusted_proxies: [proxy.example.org]
            transports: {enabled_transports: [mqtt]}
            job_lease: 20
            default_job_heartbeat_interval: 15
            tls: {keystore_file: a.p12}
            dev_mode: true
            """);

    assertThatThrownBy(() -> load(file))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(String.join("\n", e.problems()))
                    .contains("1: prot: unknown key (did you mean 'port'?)")
                    .contains("2: port: expected a whole number from 1 to 65535, not 'eighty'")
                    .contains("3: database.url: expected jdbc:postgresql://… or jdbc:h2:…")
                    .contains("4: trusted_proxies: expected addresses or networks")
                    .contains("5: transports.enabled_transports: unknown transport 'mqtt'")
                    .contains("6: job_lease: expected at least two heartbeats")
                    .contains("8: tls.keystore_password: missing")
                    .contains("9: dev_mode: there is no development mode"));
  }

  @Test
  void all_mistakes_about_retention_are_told_at_once() throws IOException {
    Path file =
        given(
            """
            retention:
              jobs: 0
              most_jobs: 0
              logs: 3599
              messages: never
              workers: NaN
              interval: 10
              jitter: 11
            """);

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("2: retention.jobs: expected seconds from 3600, or forever, not '0'")
        .hasMessageContaining("3: retention.most_jobs: expected a whole number from 1, or forever")
        .hasMessageContaining("4: retention.logs: expected seconds from 3600")
        .hasMessageContaining("5: retention.messages: expected seconds from 3600")
        .hasMessageContaining("6: retention.workers: expected seconds from 3600")
        .hasMessageContaining("8: retention.jitter: expected at most retention.interval");
  }

  @Test
  void what_is_kept_for_ever_has_no_age() throws IOException {
    RetentionSettings settings =
        load(given("retention: {jobs: forever, most_jobs: forever}\n")).retention();

    assertThat(settings.policy().jobs()).isEmpty();
    assertThat(settings.policy().mostJobs()).isZero();
    assertThat(settings.policy().logs()).contains(Duration.ofDays(7));
  }

  @Test
  void pauses_between_runs_vary_by_the_jitter() throws IOException {
    RetentionSettings settings =
        load(given("retention: {interval: 100, jitter: 30}\n")).retention();

    assertThat(new Random(1).ints(50).mapToObj(seed -> settings.pause(new Random(seed))))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(130)))
        .anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(90)))
        .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(110)));
    assertThat(load(null).retention().firstPause(new Random(1))).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void keys_of_the_python_coordinator_are_explained() throws IOException {
    Path file =
        given(
            """
            database:
              defaults: {engine: sqlite}
            janitor:
              job_pending_timeout: 30
            """);

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("database.defaults: there is one database for everything")
        .hasMessageContaining("janitor.job_pending_timeout: jobs wait until a worker is free");
  }

  @Test
  void credentials_without_a_database_are_a_mistake() throws IOException {
    Path file = given("database: {user: me}\n");

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("database.user: means nothing without database.url");
  }

  @Test
  void secrets_are_not_printed() throws IOException {
    assertThat(load(given(EVERY_KEY)).toString())
        .doesNotContain("open sesame")
        .doesNotContain("secret");
  }

  @Test
  void the_manual_explains_every_key() throws IOException {
    SettingsReader reader = reader(null);
    CoordinatorSettings.read(reader, directory);
    String manual = Files.readString(Path.of("../docs/configuration.md"));

    assertThat(reader.known()).allSatisfy(key -> assertThat(manual).contains("`" + key + "`"));
  }

  private Path given(String yaml) throws IOException {
    return Files.writeString(directory.resolve("coordinator.yaml"), yaml);
  }

  private CoordinatorSettings load(@org.jspecify.annotations.Nullable Path file) {
    return CoordinatorSettings.load(
        Optional.ofNullable(file), environment, directory, directory.resolve("home"));
  }

  private SettingsReader reader(@org.jspecify.annotations.Nullable Path file) {
    return SettingsSource.load("coordinator", file, environment, directory, directory);
  }

  private static void assertNothingEqual(Record given, Record defaults) {
    for (RecordComponent component : given.getClass().getRecordComponents()) {
      Object value = valueOf(component, given);
      Object otherwise = valueOf(component, defaults);
      if (value instanceof Record inner && !(value instanceof Secret)) {
        assertNothingEqual(inner, (Record) otherwise);
      } else {
        assertThat(value).as(component.toString()).isNotEqualTo(otherwise);
      }
    }
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
