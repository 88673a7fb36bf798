package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  private static final long MORE_THAN_ANY_DISK = Long.MAX_VALUE;
  @TempDir Path spool;
  @TempDir Path media;

  @Test
  void a_spool_with_less_than_the_floor_is_short_of_room() {
    assertThat(new FreeSpace(spool, MORE_THAN_ANY_DISK).look()).contains(spool);
    assertThat(new FreeSpace(spool, 0).look()).isEmpty();
  }

  @Test
  void where_outputs_go_is_watched_as_long_as_they_are_written() throws Exception {
    Path gone = Files.createDirectory(spool.resolve("gone"));
    FreeSpace space = new FreeSpace(gone, MORE_THAN_ANY_DISK);
    Files.delete(gone);
    assertThat(space.look()).isEmpty();

    try (FreeSpace.Outputs outputs = space.watch(writing(media.resolve("out.mkv")))) {
      assertThat(space.look()).contains(media);
      assertThat(outputs.full()).isEmpty();
    }

    assertThat(space.look()).describedAs("remembered until it has room").contains(media);
  }

  @Test
  void what_is_only_read_is_not_watched() throws Exception {
    Path input = Files.createFile(media.resolve("in.mkv"));
    FreeSpace space = new FreeSpace(spool.resolve("none"), MORE_THAN_ANY_DISK);

    try (FreeSpace.Outputs outputs = space.watch(writing(input))) {
      assertThat(space.look()).isEmpty();
      assertThat(outputs.full()).isEmpty();
    }
  }

  /** It has no free bytes, but no output goes there: an input is missing, and ffmpeg says so. */
  @Test
  void what_takes_no_files_is_not_full() throws Exception {
    FreeSpace space = new FreeSpace(spool, 0);

    try (FreeSpace.Outputs outputs = space.watch(writing(Path.of("/proc/absent.mkv")))) {
      assertThat(outputs.full()).isEmpty();
    }
  }

  @Test
  void a_change_is_told_once() throws IOException {
    Path directory = Files.createDirectory(spool.resolve("tight"));
    List<Boolean> told = new ArrayList<>();
    RoomWatch watch = new RoomWatch(new FreeSpace(directory, MORE_THAN_ANY_DISK), told::add);

    watch.tick();
    watch.tick();
    Files.delete(directory);
    watch.tick();
    watch.tick();

    assertThat(told).containsExactly(false, true);
  }

  private static LocalCommand writing(Path file) {
    return new LocalCommand(List.of("/bin/true"), Optional.empty(), List.of(file), Map.of());
  }
}
