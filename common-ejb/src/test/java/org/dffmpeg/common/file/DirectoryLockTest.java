package org.dffmpeg.common.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path parent;

  @Test
  void only_one_holds_a_directory() throws IOException {
    DirectoryLock first = take().orElseThrow();

    assertThat(take()).isEmpty();

    first.close();
    assertThat(take()).isPresent();
  }

  @Test
  void a_new_directory_is_its_owners_alone() throws IOException {
    assertThat(take()).isPresent();

    assertThat(Files.getPosixFilePermissions(parent.resolve("a/b")))
        .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void what_is_no_directory_cannot_be_held() throws IOException {
    Files.createFile(parent.resolve("a"));

    assertThatThrownBy(this::take).isInstanceOf(IOException.class);
  }

  private Optional<DirectoryLock> take() throws IOException {
    return DirectoryLock.take(parent.resolve("a/b"), "lock");
  }
}
