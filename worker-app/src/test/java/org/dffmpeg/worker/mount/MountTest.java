package org.dffmpeg.worker.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dffmpeg.worker.testing.InlineThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PROTOCOL 18 {@code mount_management}. */
class MountTest {
  private static final Path NAS = Path.of("/mnt/nas");
  private static final Path FILMS = Path.of("/mnt/nas/films");
  private static final Map<String, Path> VARIABLES =
      Map.of("Films", FILMS, "Local", Path.of("/srv"), "All", Path.of("/mnt"));

  @TempDir Path directory;
  private final List<List<Path>> recoveries = new ArrayList<>();

  @Test
  void without_mounts_every_variable_can_be_used() {
    assertThat(check(List.of(), Set.of()).usableVariables())
        .containsExactly("All", "Films", "Local");
  }

  @Test
  void a_variable_inside_a_mount_or_around_it_needs_the_mount() {
    MountCheck check = check(List.of(new MountPoint(NAS, List.of())), Set.of());

    assertThat(check.usableVariables()).containsExactly("Local");
    assertThat(recoveries).containsExactly(List.of(NAS));
  }

  @Test
  void what_is_mounted_can_be_used_and_is_not_recovered() {
    MountCheck check = check(List.of(new MountPoint(NAS, List.of())), Set.of(NAS));

    assertThat(check.usableVariables()).containsExactly("All", "Films", "Local");
    assertThat(recoveries).isEmpty();
  }

  @Test
  void a_mount_whose_dependency_is_down_is_down_and_the_dependency_comes_first() {
    MountCheck check = check(List.of(new MountPoint(FILMS, List.of(NAS))), Set.of(FILMS));

    assertThat(check.usableVariables()).containsExactly("Local");
    assertThat(recoveries).containsExactly(List.of(NAS));

    check(List.of(new MountPoint(FILMS, List.of(NAS))), Set.of()).usableVariables();
    assertThat(recoveries.get(1)).containsExactly(NAS, FILMS);
  }

  /** As systemd-escape -p --suffix=mount prints. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/mnt/nas|mnt-nas.mount",
        "/mnt/nas/|mnt-nas.mount",
        "/|-.mount",
        "/mnt/my-films|mnt-my\\x2dfilms.mount",
        "/mnt/my films|mnt-my\\x20films.mount",
        "/.hidden|\\x2ehidden.mount",
        "/mnt/a.b_c:d|mnt-a.b_c:d.mount",
        "/mnt/f\u00e4|mnt-f\\xc3\\xa4.mount",
      })
  void units_are_named_as_systemd_names_them(String path, String unit) {
    assertThat(UnitName.of(Path.of(path))).isEqualTo(unit);
  }

  @Test
  void the_list_of_mounts_is_read_with_its_escapes() throws IOException {
    Path file = directory.resolve("mountinfo");
    Files.writeString(
        file,
        """
        36 35 98:0 / /mnt/nas rw shared:1 - nfs4 nas:/films rw
        37 35 98:0 / /mnt/my\\040films rw - ext4 /dev/sda rw
        """);

    assertThat(new ProcMountProbe(file).mounted())
        .containsExactlyInAnyOrder(NAS, Path.of("/mnt/my films"));
  }

  /** A USB stick of somebody with an old locale must not keep a worker from registering. */
  @Test
  void a_mount_point_that_is_no_text_hides_no_other() throws IOException {
    String lines =
        "36 35 98:0 / /media/caf\u00e9 rw - vfat x rw\n37 35 98:0 / /mnt/nas rw - nfs h rw\n";
    Path file = Files.write(directory.resolve("odd"), lines.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(new ProcMountProbe(file).mounted()).contains(NAS);
  }

  @Test
  void this_machine_has_a_root_mount() {
    assertThat(new ProcMountProbe().mounted()).contains(Path.of("/"));
  }

  @Test
  void recovery_starts_units_in_order_on_another_thread_one_round_at_a_time() {
    InlineThreads threads = new InlineThreads();
    List<List<String>> commands = new ArrayList<>();
    MountRecovery recovery =
        new MountRecovery(
            true,
            words -> {
              commands.add(words);
              return false;
            },
            threads);

    recovery.accept(List.of(NAS, FILMS));
    recovery.accept(List.of(NAS, FILMS));
    assertThat(commands).isEmpty();
    threads.runAll();

    assertThat(commands)
        .containsExactly(
            List.of("sudo", "-n", "systemctl", "start", "mnt-nas.mount"),
            List.of("sudo", "-n", "systemctl", "start", "mnt-nas-films.mount"));
    recovery.accept(List.of(NAS));
    threads.runAll();
    assertThat(commands).hasSize(3);
  }

  private MountCheck check(List<MountPoint> mounts, Set<Path> mounted) {
    return new MountCheck(VARIABLES, mounts, () -> mounted, recoveries::add);
  }
}
