package org.dffmpeg.coordinator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.testing.SampleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSettingsTest {
  @TempDir private Path directory;

  @Test
  void every_key_of_the_sample_is_known_and_its_default_true() throws IOException {
    Files.writeString(directory.resolve("database.password"), "open sesame");
    Files.writeString(directory.resolve("keystore.password"), "open sesame");
    Path sample = SampleSettings.withEveryKey("coordinator.yaml", directory, Map.of());
    Path nothing = Files.createFile(directory.resolve("nothing.yaml"));

    CoordinatorSettings shown = read(sample);
    CoordinatorSettings usual = read(nothing);

    assertThat(shown.listen().host()).isEqualTo(usual.listen().host());
    assertThat(shown.listen().port()).isEqualTo(usual.listen().port());
    assertThat(shown.store().connections()).isEqualTo(usual.store().connections());
    assertThat(shown.pollingPath()).isEqualTo(usual.pollingPath());
    assertThat(shown.policy()).isEqualTo(usual.policy());
    assertThat(shown.timing()).isEqualTo(usual.timing());
    assertThat(shown.retention()).isEqualTo(usual.retention());
    assertThat(shown.access()).usingRecursiveComparison().isEqualTo(usual.access());
  }

  private CoordinatorSettings read(Path file) {
    return CoordinatorSettings.load(Optional.of(file), Map.of(), directory, directory);
  }
}
