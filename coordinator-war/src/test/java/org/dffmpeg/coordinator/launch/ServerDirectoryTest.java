package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {
  private final ServerPlan plan = new ServerPlan("127.0.0.1", 8000, Optional.empty());
  @TempDir private Path temporary;
  private Path root = Path.of("");
  private Path serverJar = Path.of("");

  @BeforeEach
  void install() throws IOException {
    root = temporary.resolve("server");
    serverJar = Files.writeString(temporary.resolve("server.jar"), "one");
    ServerDirectory.prepare(root, serverJar, plan);
    Files.createDirectories(root.resolve("applications/old"));
    Files.createDirectories(root.resolve("runtime"));
    Files.writeString(root.resolve("runtime/library.jar"), "unpacked");
  }

  @Test
  void a_deployment_of_the_last_start_is_forgotten() {
    ServerDirectory.prepare(root, serverJar, plan);

    assertThat(root.resolve("applications")).doesNotExist();
  }

  @Test
  void the_unpacked_libraries_of_the_same_server_stay() {
    ServerDirectory.prepare(root, serverJar, plan);

    assertThat(root.resolve("runtime/library.jar")).exists();
  }

  @Test
  void the_unpacked_libraries_of_another_server_go() throws IOException {
    Files.writeString(serverJar, "another version");

    ServerDirectory.prepare(root, serverJar, plan);

    assertThat(root.resolve("runtime")).doesNotExist();
  }

  @Test
  void a_disk_without_room_is_told_before_the_server_meets_it() throws IOException {
    Path war = temporary.resolve("large.war");
    try (RandomAccessFile sparse = new RandomAccessFile(war.toFile(), "rw")) {
      sparse.setLength(1L << 42);
    }

    ServerDirectory directory = ServerDirectory.prepare(root, serverJar, plan);

    assertThatThrownBy(() -> directory.requireRoom(serverJar, war))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContainingAll("MB of disk in " + root, "MB are free");
    directory.requireRoom(serverJar, serverJar);
  }

  @Test
  void the_options_name_files_that_are_there() {
    assertThat(ServerDirectory.prepare(root, serverJar, plan).options(Path.of("/a.war")))
        .containsSequence("--deploy", "/a.war")
        .filteredOn(option -> option.startsWith(root.toString()))
        .hasSize(4)
        .allMatch(option -> Files.exists(Path.of(option)));
  }
}
