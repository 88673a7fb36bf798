package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job makes, and what is removed before it runs again. */
class OutputFilesTest {
  /** As ffmpeg without {@code -y}: refuses what is there. */
  private static final String FFMPEG =
      "for last; do :; done; [ ! -e \"$last\" ] || exit 1; echo whole > \"$last\"";

  /** Before this test, since a file's time of creation cannot be set. */
  private final Instant created = Instant.now().minusSeconds(60);

  @TempDir Path directory;
  private JobBench bench = new JobBench(Path.of("/"));
  private FakeUplink uplink = bench.uplink();

  @BeforeEach
  void open() {
    bench = new JobBench(directory);
    uplink = bench.uplink();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void an_output_that_is_not_there_is_one_that_the_job_makes() {
    bench.script(FFMPEG, "-i", "$Dir/in.mkv", "-c", "copy", "$Dir/out.mkv").run();

    assertThat(uplink.accepted()).containsExactly(4);
  }

  @Test
  void an_output_that_is_there_is_not_the_jobs_and_stays() throws IOException {
    Path film = file("out.mkv", "a film");

    bench.script(FFMPEG, "-i", "$Dir/in.mkv", "$Dir/out.mkv").run();

    assertThat(uplink.accepted()).isEmpty();
    assertThat(film).hasContent("a film");
  }

  @Test
  void what_an_earlier_attempt_made_is_removed_before_the_start() throws IOException {
    Path half = file("out.mkv", "half a film");
    bench.madeBefore(2);

    bench.script(FFMPEG, "-i", "$Dir/in.mkv", "$Dir/out.mkv").run();

    assertThat(uplink.accepted()).as("also for the attempt after this").containsExactly(2);
    assertThat(uplink.reports().get(0).exitCode()).isZero();
    assertThat(half).hasContent("whole");
  }

  @Test
  void a_process_of_an_earlier_attempt_writes_to_a_file_that_nobody_reads() throws IOException {
    Path half = file("out.mkv", "half a film");
    try (var stopped = Files.newOutputStream(half, StandardOpenOption.APPEND)) {
      bench.madeBefore(2);

      bench.script(FFMPEG, "-i", "$Dir/in.mkv", "$Dir/out.mkv").run();
      stopped.write(7);
    }

    assertThat(half).hasContent("whole");
  }

  @Test
  void nothing_is_removed_for_a_job_that_is_not_ours_any_more() throws IOException {
    Path half = file("out.mkv", "half a film");
    bench.madeBefore(0);
    uplink.answer("accept", new Verdict.Lost("given away"));

    bench.script(FFMPEG, "$Dir/out.mkv").run();

    assertThat(half).hasContent("half a film");
  }

  @Test
  void neither_links_nor_inputs_nor_values_of_options_are_removed() throws IOException {
    Path film = file("film.mkv", "a film");
    Files.createSymbolicLink(directory.resolve("link.mkv"), film);
    file("stats.log", "of the first pass");
    bench.madeBefore(1, 3, 4);

    bench
        .script(FFMPEG, "-i", "$Dir/film.mkv", "-passlogfile", "$Dir/stats.log", "$Dir/link.mkv")
        .run();

    assertThat(directory.resolve("stats.log")).exists();
    assertThat(directory.resolve("link.mkv")).isSymbolicLink();
    assertThat(film).hasContent("a film");
  }

  /** The worker of the first attempt had not mounted the share. */
  @Test
  void what_is_older_than_the_job_is_never_removed() throws Exception {
    Path film = file("film.mkv", "a film");
    Files.setLastModifiedTime(film, FileTime.from(created.minusSeconds(3)));

    formerOutput(film).removeFormer(() -> true);

    assertThat(film).hasContent("a film");
  }

  @Test
  void what_is_as_old_as_the_job_is_its_own() throws Exception {
    Path half = file("out.mkv", "half a film");
    Files.setLastModifiedTime(half, FileTime.from(created.minusSeconds(1)));

    formerOutput(half).removeFormer(() -> true);

    assertThat(half).doesNotExist();
  }

  @Test
  void a_command_that_overwrites_nothing_has_nothing_removed() throws Exception {
    Path film = file("film.mkv", "a film");

    OutputFiles files =
        new OutputFiles(command(film, "ffmpeg", "-n", film.toString()), List.of(0), Instant.EPOCH);
    files.removeFormer(() -> true);

    assertThat(files.made()).isEmpty();
    assertThat(film).hasContent("a film");
  }

  /** As when the directory may not be read, or its server is away. */
  @Test
  void what_cannot_be_looked_at_is_not_taken_for_missing() throws IOException {
    Path loop = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));

    assertThat(new OutputFiles(command(loop.resolve("film.mkv"), "ffmpeg"), List.of(), created))
        .returns(List.of(), OutputFiles::made);
  }

  private OutputFiles formerOutput(Path file) {
    return new OutputFiles(command(file, "ffmpeg"), List.of(0), created);
  }

  private static LocalCommand command(Path output, String... words) {
    return new LocalCommand(List.of(words), Optional.empty(), List.of(output), Map.of(0, output));
  }

  /** A mount that hung may go on when another worker has completed the job. */
  @Test
  void nothing_is_removed_once_the_job_is_not_ours() throws Exception {
    Path whole = file("out.mkv", "a film of another worker");

    formerOutput(whole).removeFormer(() -> false);

    assertThat(whole).hasContent("a film of another worker");
  }

  @Test
  void the_lease_runs_out_and_the_coordinator_hears_of_the_job_while_a_removal_hangs()
      throws Exception {
    Path half = file("out.mkv", "half a film");
    bench.madeBefore(0);
    bench.removalsHang();
    bench.lease(Duration.ofSeconds(2));
    uplink.answer("heartbeat", new Verdict.Unheard("connection refused"));

    bench.script(FFMPEG, "$Dir/out.mkv").run();
    bench.goOn();

    assertThat(uplink.said()).startsWith("accept", "heartbeat").endsWith("report");
    assertThat(uplink.reports().get(0).reason()).isEqualTo(EndReason.FENCED);
    assertThat(half).hasContent("half a film");
  }

  @Test
  void what_cannot_be_removed_is_a_failed_start() {
    Path notOurs = Path.of("/proc/self/comm");
    LocalCommand command =
        new LocalCommand(List.of("ffmpeg"), Optional.empty(), List.of(), Map.of(0, notOurs));

    assertThatThrownBy(
            () -> new OutputFiles(command, List.of(0), Instant.EPOCH).removeFormer(() -> true))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("/proc/self/comm");
  }

  @Test
  void outputs_are_told_from_inputs_and_values() {
    List<String> arguments =
        List.of(
            "-y",
            "-i",
            "a",
            "-ss",
            "-5",
            "-map",
            "0",
            "b",
            "-c:v",
            "libx264",
            "-an",
            "c",
            "d",
            "-x",
            "e",
            "-/filter_complex",
            "f");

    assertThat(arguments)
        .filteredOn(word -> OutputArguments.isOutput(arguments, arguments.indexOf(word)))
        .contains("b", "c", "d")
        .doesNotContain("a", "-y", "-i", "-x", "e", "-/filter_complex", "f");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
