package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.common.testing.SampleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSettingsTest {
  @TempDir private Path directory;

  @Test
  void every_key_of_the_sample_is_known_and_its_default_true() throws IOException {
    Files.writeString(
        directory.resolve("client.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    Files.createFile(directory.resolve("ca.pem"));
    Path sample = SampleSettings.withEveryKey("client.yaml", directory, Map.of());

    ClientSettings settings =
        ClientSettingsReader.read(
            SettingsSource.load("client", sample, Map.of(), directory, directory));

    assertThat(settings.streaming()).isTrue();
    assertThat(settings.pollWait()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.caFile()).contains(directory.resolve("ca.pem"));
  }
}
