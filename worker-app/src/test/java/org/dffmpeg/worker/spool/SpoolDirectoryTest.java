package org.dffmpeg.worker.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.testing.Spools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Q1 to Q5, from one life of a worker to the next. */
class SpoolDirectoryTest {
  private static final ReportStatus END =
      new ReportStatus(JobState.FAILED, 3, EndReason.EXITED, "ended with exit code 3", null);
  private static final ProcessMark MARK = new ProcessMark(12, 345, "boot", "life");

  private final Path path;
  private SpoolDirectory spool;

  SpoolDirectoryTest(@TempDir Path path) {
    this.path = path;
    this.spool = Spools.open(path);
  }

  @AfterEach
  void close() {
    Spools.close(spool);
  }

  @Test
  void a_shorter_end_replaces_a_longer_one() {
    AttemptSpool attempt = attempt();
    attempt.report(
        new ReportStatus(JobState.FAILED, 1, EndReason.DISK_FULL, "a long sentence", null));

    attempt.report(END);

    assertThat(attempt.report()).contains(END);
  }

  @Test
  void everything_said_is_there_for_the_next_life() throws IOException {
    AttemptSpool attempt = attempt();
    attempt.started(MARK);
    attempt.lines().add(lines(1, 2), 0);
    attempt.lines().add(lines(3, 3), 7);
    attempt.report(END);

    AttemptSpool found = onlyOneLeft();

    assertThat(found.job()).isEqualTo(SequentialIds.job(1));
    assertThat(found.attempt()).isEqualTo(2);
    assertThat(found.process()).contains(MARK);
    assertThat(found.report()).contains(END);
    assertThat(found.lines().oldest().orElseThrow()).isEqualTo(lines(1, 2));
    found.lines().removeOldest();
    assertThat(found.lines().oldest().orElseThrow())
        .extracting(LogEntry::content)
        .containsExactly(
            "[dffmpeg] 7 lines dropped here: the coordinator did not take them", "line 3");
    found.lines().removeOldest();
    assertThat(found.lines().oldest()).isEmpty();
  }

  @Test
  void an_attempt_without_a_number_is_found_too() throws IOException {
    spool.attempt(SequentialIds.job(1), null).report(END);

    assertThat(onlyOneLeft().attempt()).isNull();
  }

  @Test
  void what_was_deleted_is_gone() throws IOException {
    AttemptSpool attempt = attempt();
    attempt.started(MARK);
    attempt.lines().add(lines(1, 2), 0);
    attempt.report(END);

    attempt.delete();

    assertThat(nextLife()).isEmpty();
    assertThat(files()).containsExactly("lock");
  }

  /** Q4: half a file is what a crash leaves. */
  @Test
  void damaged_files_are_skipped() throws IOException {
    AttemptSpool attempt = attempt();
    attempt.started(MARK);
    attempt.lines().add(lines(1, 2), 0);
    attempt.lines().add(lines(3, 4), 0);
    attempt.report(END);
    Files.createDirectories(path.resolve("attempts/notes of the operator"));
    Files.createFile(path.resolve("attempts/x"));
    for (String file : List.of("process", "0000000001-0", "report")) {
      Path whole = path.resolve("attempts").resolve(SequentialIds.job(1) + ".2").resolve(file);
      byte[] bytes = Files.readAllBytes(whole);
      Files.write(
          whole, List.of(new String(bytes, 0, bytes.length / 2, StandardCharsets.US_ASCII)));
    }

    AttemptSpool found = onlyOneLeft();

    assertThat(found.process()).isEmpty();
    assertThat(found.hasStarted()).isTrue();
    assertThat(found.report()).isEmpty();
    assertThat(found.lines().oldest().orElseThrow()).isEqualTo(lines(3, 4));
  }

  /** Q3. */
  @Test
  void the_oldest_lines_go_when_there_is_no_more_room_and_the_log_says_how_many()
      throws IOException {
    Spools.close(spool);
    spool = SpoolDirectory.open(path, 2000);
    AttemptSpool attempt = attempt();

    for (int i = 1; i <= 100; i += 2) {
      attempt.lines().add(lines(i, i + 1), 0);
    }

    assertThat(bytes()).isLessThan(2500);
    LineSpool kept = onlyOneLeft().lines();
    assertThat(kept.oldest().orElseThrow()).isEqualTo(lines(1, 2));
    kept.removeOldest();
    List<LogEntry> next = kept.oldest().orElseThrow();
    int first = Integer.parseInt(next.get(1).content().substring("line ".length()));
    assertThat(first).isBetween(50, 99);
    assertThat(next.get(0).content())
        .startsWith("[dffmpeg] " + (first - 3) + " lines dropped here");
  }

  /** Q3: what one job holds is no room for another, but its newest lines it always keeps. */
  @Test
  void a_job_with_few_lines_keeps_its_newest_beside_one_that_took_all_the_room()
      throws IOException {
    Spools.close(spool);
    spool = SpoolDirectory.open(path, 2000);
    AttemptSpool loud = attempt();
    for (int i = 1; i <= 100; i += 2) {
      loud.lines().add(lines(i, i + 1), 0);
    }
    AttemptSpool quiet = spool.attempt(SequentialIds.job(2), 1);

    quiet.lines().add(lines(1, 1), 0);
    quiet.lines().add(lines(2, 2), 0);

    assertThat(quiet.lines().oldest().orElseThrow()).isEqualTo(lines(1, 1));
    quiet.lines().removeOldest();
    assertThat(quiet.lines().oldest().orElseThrow()).isEqualTo(lines(2, 2));
  }

  /** Q5. */
  @Test
  void only_its_user_can_read_it() throws IOException {
    attempt().report(END);
    attempt().lines().add(lines(1, 1), 0);

    try (Stream<Path> all = Files.walk(path.resolve("attempts"))) {
      assertThat(all)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .endsWith("------"));
    }
  }

  /** Q5. */
  @Test
  void a_second_worker_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> SpoolDirectory.open(path, 1000))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "spool_dir: another worker is running in "
                + path
                + ": stop it, or give this one a spool_dir of its own");
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.createFile(path.resolve("file"));

    assertThatThrownBy(() -> SpoolDirectory.open(file.resolve("spool"), 1000))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("spool_dir: cannot write to " + file.resolve("spool"));
  }

  private AttemptSpool attempt() {
    return spool.attempt(SequentialIds.job(1), 2);
  }

  private AttemptSpool onlyOneLeft() throws IOException {
    List<AttemptSpool> left = nextLife();
    assertThat(left).hasSize(1);
    return left.get(0);
  }

  private List<AttemptSpool> nextLife() throws IOException {
    Spools.close(spool);
    spool = Spools.open(path);
    return spool.left();
  }

  private static List<LogEntry> lines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i -> new LogEntry(SequentialIds.log(i), LogStream.STDERR, "line " + i, Instant.EPOCH))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private long bytes() throws IOException {
    long sum = 0;
    for (String file : files()) {
      sum += Files.size(path.resolve(file));
    }
    return sum;
  }
}
