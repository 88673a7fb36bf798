package org.dffmpeg.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.common.testing.SampleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSettingsTest {
  @TempDir private Path directory;

  @Test
  void every_key_of_the_sample_is_known_and_its_default_true() throws IOException {
    Path key =
        Files.writeString(
            directory.resolve("worker.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    Files.createFile(directory.resolve("ca.pem"));
    Path sample =
        SampleSettings.withEveryKey(
            "worker.yaml",
            directory,
            Map.of(
                "/etc/dffmpeg/worker.key", key.toString(),
                "/usr/bin/ffmpeg", "/bin/sh",
                "/usr/bin/ffprobe", "/bin/sh"));

    WorkerSettings settings =
        WorkerSettingsReader.read(
            SettingsSource.load(
                "worker", sample, Map.of("HOME", directory.toString()), directory, directory),
            4);

    assertThat(settings.slots().text()).isEqualTo("2 cpu, 2 probe");
    assertThat(settings.jobLease()).contains(Duration.ofSeconds(90));
    assertThat(settings.registration())
        .isEqualTo(new WorkerSettings.Registration(Duration.ofSeconds(15), Duration.ofMillis(500)));
    assertThat(settings.draining())
        .isEqualTo(new WorkerSettings.Draining(true, Duration.ofSeconds(5)));
    assertThat(settings.disk())
        .isEqualTo(
            new WorkerSettings.Disk(Path.of("/var/lib/dffmpeg-worker"), 256L << 20, 100L << 20));
    assertThat(settings.mounts().points()).hasSize(2);
  }
}
