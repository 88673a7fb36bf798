package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.worker.execution.CommandEnding;
import org.dffmpeg.worker.execution.LocalCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C5. */
class EncoderWatchTest {
  private static final CommandEnding WELL = new CommandEnding.Ended(0, "", "");
  private static final CommandEnding BADLY =
      new CommandEnding.Ended(1, "", "[libx264 @ 0x55] it is broken\nConversion failed!\n");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<List<String>> tried = new ConcurrentLinkedQueue<>();
  private final AtomicInteger news = new AtomicInteger();
  private final AtomicInteger repairs = new AtomicInteger();
  private volatile CommandEnding ending = BADLY;
  private volatile CommandEnding control = WELL;
  private final EncoderWatch watch =
      new EncoderWatch(
          List.of(Path.of("/bin/ffmpeg")),
          Set.of("encoder:libx264", "encoder:h264_nvenc", "encoder:mpeg4")::contains,
          (words, deadline) -> {
            tried.add(words);
            return words.contains("rawvideo") ? control : ending;
          },
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 0),
          RandomGenerator.of("L64X128MixRandom"),
          threads);

  EncoderWatchTest() {
    watch.onNews(news::incrementAndGet);
    watch.onRepair(repairs::incrementAndGet);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void an_encoder_that_fails_a_small_encode_too_is_set_aside_and_told() throws Exception {
    assertThat(fault("-i in -c:v libx264 out"))
        .contains("encoder libx264 does not work on this worker: it is broken");

    assertThat(watch.setAside()).isEqualTo(Map.of("encoder:libx264", "it is broken"));
    assertThat(news).hasValue(1);
    assertThat(tried.peek()).startsWith("/bin/ffmpeg").contains("-c:v", "libx264").endsWith("-");
  }

  @Test
  void it_is_tried_again_until_it_works_and_that_is_told() throws Exception {
    assertThat(fault("-c:v libx264 out")).isPresent();
    await().until(() -> tried.size() > 3);
    assertThat(watch.setAside()).isNotEmpty();

    ending = WELL;

    await().untilAsserted(() -> assertThat(watch.setAside()).isEmpty());
    await().untilAsserted(() -> assertThat(news).hasValue(2));
    assertThat(repairs).hasValue(1);
    assertThat(fault("-c:v libx264 out")).isEmpty();
  }

  @Test
  void a_second_job_on_a_broken_encoder_needs_no_trial_of_its_own() throws Exception {
    assertThat(fault("-c:v libx264 out")).isPresent();
    ending = new CommandEnding.TimedOut(Duration.ofSeconds(10));

    assertThat(fault("-c:v libx264 out"))
        .contains("encoder libx264 does not work on this worker: it is broken");
    assertThat(news).hasValue(1);
  }

  @Test
  void what_the_command_does_wrong_sets_no_encoder_aside() throws Exception {
    ending = WELL;

    assertThat(fault("-i nowhere -c:v libx264 out")).isEmpty();
    assertThat(watch.setAside()).isEmpty();
  }

  @Test
  void a_build_that_cannot_even_try_says_nothing_of_the_encoder() throws Exception {
    control = new CommandEnding.Ended(1, "", "Unknown input format: 'lavfi'");

    assertThat(fault("-c:v libx264 out")).isEmpty();
    assertThat(watch.setAside()).isEmpty();
  }

  @Test
  void an_encoder_that_hangs_twice_is_set_aside() throws Exception {
    ending = new CommandEnding.TimedOut(Duration.ofSeconds(10));

    assertThat(fault("-c:v libx264 out")).isPresent();
    assertThat(watch.setAside()).containsEntry("encoder:libx264", "took longer than 10 s");
    assertThat(tried.stream().filter(words -> words.contains("libx264")).limit(2)).hasSize(2);
  }

  @Test
  void a_machine_that_is_too_busy_for_any_trial_says_nothing_of_the_encoder() throws Exception {
    ending = new CommandEnding.TimedOut(Duration.ofSeconds(10));
    control = ending;

    assertThat(fault("-c:v libx264 out")).isEmpty();
    assertThat(watch.setAside()).isEmpty();
  }

  @Test
  void a_lack_of_sessions_and_no_answer_say_nothing_of_the_encoder() throws Exception {
    ending = new CommandEnding.Ended(1, "", "OpenEncodeSessionEx failed: out of memory (10)");
    assertThat(fault("-c:v h264_nvenc out")).isEmpty();
    ending = new CommandEnding.NotStarted("no such file");
    assertThat(fault("-c:v h264_nvenc out")).isEmpty();

    assertThat(watch.setAside()).isEmpty();
  }

  @Test
  void what_was_never_offered_or_is_ffmpegs_own_is_not_tried() throws Exception {
    assertThat(fault("-c:v hevc_nvenc out")).isEmpty();
    assertThat(fault("-c:v mpeg4 out")).isEmpty();
    assertThat(watch.fault(command("/bin/sh", "-c:v libx264 out"))).isEmpty();

    assertThat(tried).isEmpty();
  }

  private Optional<String> fault(String arguments) throws InterruptedException {
    return watch.fault(command("/bin/ffmpeg", arguments));
  }

  private static LocalCommand command(String binary, String arguments) {
    return new LocalCommand(
        List.of((binary + " " + arguments).split(" ", -1)), Optional.empty(), List.of(), Map.of());
  }
}
