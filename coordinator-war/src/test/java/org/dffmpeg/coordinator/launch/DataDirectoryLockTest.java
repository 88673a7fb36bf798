package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
}
