package org.dffmpeg.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.mount.MountPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerSettingsReaderTest {
  private static final String LEAST =
      """
      client_id: worker1
      hmac_key: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
      binaries: {ffmpeg: /bin/true}
      """;

  @TempDir Path directory;

  @Test
  void every_key_but_identity_and_binaries_has_a_default() throws IOException {
    WorkerSettings settings = read(LEAST);

    assertThat(settings.identity().clientId().value()).isEqualTo("worker1");
    assertThat(settings.coordinators()).hasToString("http://localhost:8000");
    assertThat(settings.paths().variables()).isEmpty();
    assertThat(settings.binaries()).containsExactly(Map.entry("ffmpeg", Path.of("/bin/true")));
    assertThat(settings.logs()).isEqualTo(new BatchSize(100, Duration.ofMillis(250)));
    assertThat(settings.disk())
        .isEqualTo(
            new WorkerSettings.Disk(
                Path.of("/home/w/.local/state/dffmpeg/worker-worker1"), 256L << 20, 100L << 20));
    assertThat(settings.probing()).isTrue();
    assertThat(settings.mounts()).isEqualTo(new WorkerSettings.Mounts(true, false, List.of()));
  }

  @Test
  void every_key_can_be_set() throws IOException {
    WorkerSettings settings =
        read(
            LEAST
                + """
                slots: 3
                tags: [big, upstairs]
                job_lease: 20
                registration_interval: 30
                jitter: 2
                enable_job_draining: false
                min_drain_time_seconds: 1.5
                log_batch_size: 7
                log_batch_delay: 0.5
                spool_dir: spool
                spool_limit: 2G
                min_free_space: 0
                probe_capabilities: false
                paths: {Films: /srv/films}
                coordinator: {host: media, port: 9000, path_base: api/v1}
                transports:
                  transport_settings: {http_polling: {streaming: false, poll_wait: 9}}
                mount_management:
                  recovery: false
                  sudo: true
                  mounts:
                    - /mnt/a
                    - {path: /mnt/a/b, dependencies: [/mnt/a]}
                """);

    assertThat(settings.slots().text()).isEqualTo("3 cpu, 2 probe");
    assertThat(settings.tags()).containsExactly("big", "upstairs");
    assertThat(settings.jobLease()).contains(Duration.ofSeconds(20));
    assertThat(settings.registration())
        .isEqualTo(new WorkerSettings.Registration(Duration.ofSeconds(30), Duration.ofSeconds(2)));
    assertThat(settings.draining())
        .isEqualTo(new WorkerSettings.Draining(false, Duration.ofMillis(1500)));
    assertThat(settings.logs()).isEqualTo(new BatchSize(7, Duration.ofMillis(500)));
    assertThat(settings.disk())
        .isEqualTo(new WorkerSettings.Disk(directory.resolve("spool"), 2L << 30, 0));
    assertThat(settings.probing()).isFalse();
    assertThat(settings.paths().variables()).containsExactly("Films");
    assertThat(settings.coordinators()).hasToString("http://media:9000/api/v1");
    assertThat(settings.transports().streaming()).isFalse();
    assertThat(settings.transports().pollWait()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.mounts())
        .isEqualTo(
            new WorkerSettings.Mounts(
                false,
                true,
                List.of(
                    new MountPoint(Path.of("/mnt/a"), List.of()),
                    new MountPoint(Path.of("/mnt/a/b"), List.of(Path.of("/mnt/a"))))));
  }

  @Test
  void a_binary_without_a_slash_is_looked_for_on_the_path() throws IOException {
    assertThat(read(LEAST.replace("/bin/true", "sh")).binaries())
        .containsEntry("ffmpeg", Path.of("/bin/sh"));
  }

  @Test
  void all_problems_are_told_at_once_with_line_and_key() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    client_id: worker1
                    binaries:
                      ffmpeg: /no/such/ffmpeg
                      ffprobe: no-such-ffprobe
                    slots: many
                    solts: 3
                    mount_management:
                      mounts: [{dependencies: [/x]}]
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("hmac_key")
        .hasMessageContaining(":3: binaries.ffmpeg: no executable file: '/no/such/ffmpeg'")
        .hasMessageContaining(":4: binaries.ffprobe: no executable file: 'no-such-ffprobe'")
        .hasMessageContaining(":5: slots")
        .hasMessageContaining(":6: solts")
        .hasMessageContaining("mounts[0].path: missing");
  }

  @Test
  void slots_come_in_pools() throws IOException {
    Slots slots = read(LEAST + "slots: {cpu: 4, nvenc0: 3, probe: 0}\n", 8).slots();

    assertThat(slots).isEqualTo(new Slots(Map.of("cpu", 4, "nvenc0", 3, "probe", 0)));
    assertThat(read(LEAST + "slots: {nvenc0: 3}\n", 8).slots())
        .isEqualTo(new Slots(Map.of("cpu", 4, "nvenc0", 3, "probe", 2)));
  }

  @Test
  void a_wrong_pool_is_a_problem() {
    assertThatThrownBy(() -> read(LEAST + "slots: {\"my gpu\": 3, nvenc0: many}\n", 8))
        .hasMessageContaining("slots.my gpu")
        .hasMessageContaining("slots.nvenc0");
  }

  @Test
  void the_number_of_slots_follows_the_cores() throws IOException {
    assertThat(read(LEAST, 1).slots().count("cpu")).isEqualTo(2);
    assertThat(read(LEAST, 32).slots().count("cpu")).isEqualTo(16);
  }

  /** Two workers of one user must not meet, whatever they are called. */
  @Test
  void the_spool_is_in_the_state_directory_under_the_workers_name() throws IOException {
    assertThat(spool("../a b", Map.of("STATE_DIRECTORY", "/var/lib/d", "HOME", "/home/w")))
        .isEqualTo(Path.of("/var/lib/d/worker-..%2Fa+b"));
    assertThat(spool("w", Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/w")))
        .isEqualTo(Path.of("/state/dffmpeg/worker-w"));
    assertThatThrownBy(() -> spool("w", Map.of("HOME", "relative")))
        .hasMessageContaining("spool_dir: missing, and there is no HOME");
  }

  private Path spool(String name, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("worker.yaml"), LEAST.replace("worker1", name));
    return WorkerSettingsReader.read(
            SettingsSource.load("worker", file, environment, directory, directory), 4)
        .disk()
        .spool();
  }

  @Test
  void the_key_is_not_printed() throws IOException {
    assertThat(read(LEAST).toString()).doesNotContain("AAECAw");
  }

  private WorkerSettings read(String yaml) throws IOException {
    return read(yaml, 4);
  }

  private WorkerSettings read(String yaml, int processors) throws IOException {
    Path file = Files.writeString(directory.resolve("worker.yaml"), yaml);
    return WorkerSettingsReader.read(
        SettingsSource.load(
            "worker",
            file,
            Map.of("PATH", "relative:/nowhere:/bin", "HOME", "/home/w"),
            directory,
            directory),
        processors);
  }
}
