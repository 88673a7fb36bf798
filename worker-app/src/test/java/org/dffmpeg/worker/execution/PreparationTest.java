package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.testing.Scripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks that hang are those that the test has not run yet. */
class PreparationTest {
  private static final CompletableFuture<Void> WANTED = new CompletableFuture<>();

  @TempDir Path directory;
  private final List<Runnable> hanging = new ArrayList<>();
  private Preparation preparation = preparation(Path.of("/"));

  @BeforeEach
  void open() {
    preparation = preparation(directory);
  }

  private Preparation preparation(Path root) {
    Map<String, Path> directories = Map.of("In", root, "Out", root, "Other", root);
    return new Preparation(
        new CommandResolver(Map.of("ffmpeg", root.resolve("ffmpeg")), PathMap.of(directories)),
        new FreeSpace(root, 0),
        hanging::add,
        Duration.ofMillis(20));
  }

  @Test
  void variables_whose_files_do_not_answer_are_not_usable_until_they_do() throws Exception {
    Scripts.script(directory, "ffmpeg", "exit 0");

    assertThat(prepare("In", "Out")).isEmpty();
    assertThat(preparation.hangingVariables()).containsExactlyInAnyOrder("In", "Out");
    hanging.get(0).run();

    assertThat(preparation.hangingVariables()).isEmpty();
  }

  @Test
  void a_mount_that_hangs_costs_one_thread_however_many_jobs_want_it() throws Exception {
    prepare("In");

    assertThat(prepare("In", "Out")).isEmpty();
    assertThat(prepare("Out")).isEmpty();

    assertThat(hanging).hasSize(2);
  }

  @Test
  void looks_that_hang_are_bounded_even_for_jobs_without_variables() throws Exception {
    for (int jobs = 0; jobs < 100; jobs++) {
      prepare();
    }

    assertThat(hanging).hasSizeLessThan(20);
  }

  @Test
  void a_job_that_nobody_wants_any_more_says_nothing_of_its_mounts() throws Exception {
    Optional<PreparedJob> job =
        preparation.prepare(request("In"), CompletableFuture.completedFuture(null));

    assertThat(job).isEmpty();
    assertThat(preparation.hangingVariables()).isEmpty();
  }

  private Optional<PreparedJob> prepare(String... variables) throws Exception {
    return preparation.prepare(request(variables), WANTED);
  }

  private static JobRequest request(String... variables) {
    return new JobRequest(
        SequentialIds.job(1),
        "ffmpeg",
        List.of(),
        List.of(variables),
        null,
        1,
        1,
        null,
        null,
        null,
        List.of(),
        null);
  }
}
