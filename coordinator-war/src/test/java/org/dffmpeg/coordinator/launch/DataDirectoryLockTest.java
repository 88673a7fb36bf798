package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

  @Test
  void a_second_coordinator_is_refused_with_what_to_do(@TempDir Path directory) {
    DataDirectoryLock.take(directory);

    assertThatThrownBy(() -> DataDirectoryLock.take(directory))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("--data-dir");
  }

  @Test
  void a_new_directory_is_its_owners_alone(@TempDir Path parent) throws IOException {
    Path directory = parent.resolve("data");

    DataDirectoryLock.take(directory);

    assertThat(Files.getPosixFilePermissions(directory))
        .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rwx------"));
  }
}
