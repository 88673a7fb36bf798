package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.worker.execution.CommandEnding;
import org.dffmpeg.worker.testing.InlineThreads;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C1, and when the binaries are asked again. */
class CapabilityWatchTest {
  @TempDir Path directory;
  private final InlineThreads threads = new InlineThreads();
  private final ManualTicker ticker = new ManualTicker();
  private Path ffmpeg = Path.of("ffmpeg");
  private CapabilityWatch watch = watch(Map.of());
  private boolean isLate;
  private boolean isBroken;
  private int asked;
  private int news;

  @BeforeEach
  void start() throws IOException {
    ffmpeg = Files.writeString(directory.resolve("ffmpeg"), "one");
    watch = watch(Map.of("ffmpeg", ffmpeg));
  }

  private CapabilityWatch watch(Map<String, Path> binaries) {
    CapabilityWatch fresh =
        new CapabilityWatch(new CapabilityProbe(binaries, this::answer), threads, ticker);
    fresh.onNews(() -> news++);
    return fresh;
  }

  @Test
  void nobody_waits_for_the_first_answer() {
    assertThat(watch.look()).isEmpty();
    assertThat(asked).isZero();

    threads.runAll();

    assertThat(news).isEqualTo(1);
    assertThat(watch.look()).isPresent();
  }

  @Test
  void the_same_file_is_asked_once() {
    for (int i = 0; i < 5; i++) {
      watch.look();
      threads.runAll();
      ticker.advance(Duration.ofHours(1));
    }

    assertThat(asked).isEqualTo(1);
  }

  @Test
  void questions_on_their_way_are_not_asked_twice() {
    watch.look();
    watch.look();

    assertThat(threads.size()).isEqualTo(1);
  }

  @Test
  void another_file_is_asked_anew_and_the_old_answer_holds_until_then() throws IOException {
    ask();
    Files.writeString(ffmpeg, "another");

    assertThat(watch.look()).isPresent();
    threads.runAll();

    assertThat(asked).isEqualTo(2);
    assertThat(news).isEqualTo(2);
  }

  @Test
  void a_file_of_the_same_length_is_told_by_its_time() throws IOException {
    ask();
    Files.setLastModifiedTime(ffmpeg, FileTime.fromMillis(1));

    ask();

    assertThat(asked).isEqualTo(2);
  }

  /** As packagers do: a link, and another version beside. */
  @Test
  void a_link_is_followed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), ffmpeg);
    watch = watch(Map.of("ffmpeg", link));
    ask();
    Path next = Files.writeString(directory.resolve("ffmpeg-next"), "one");
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(ffmpeg));
    Files.delete(link);
    Files.createSymbolicLink(link, next);

    ask();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_change_while_it_is_asked_is_seen_afterwards() throws IOException {
    watch.look();
    Files.writeString(ffmpeg, "another");
    watch.look();
    threads.runAll();

    ask();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void who_did_not_answer_in_time_is_asked_again_later() {
    isLate = true;
    ask();
    isLate = false;
    ask();
    assertThat(asked).isEqualTo(1);

    ticker.advance(CapabilityWatch.SECOND_TRY);
    ask();
    ticker.advance(CapabilityWatch.SECOND_TRY);
    ask();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_question_that_broke_is_asked_again_later() {
    isBroken = true;
    ask();
    isBroken = false;
    ticker.advance(CapabilityWatch.SECOND_TRY);

    ask();

    assertThat(watch.look()).isPresent();
  }

  @Test
  void who_is_told_that_it_may_be_otherwise_asks_again_once() {
    ask();

    watch.askAgain();
    ask();
    ask();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void without_a_binary_nothing_is_asked_and_nothing_known() {
    watch = watch(Map.of("rm", Path.of("/bin/rm")));

    assertThat(watch.look()).isEmpty();
    assertThat(threads.size()).isZero();
  }

  private void ask() {
    watch.look();
    threads.runAll();
  }

  /** It is asked one question, since it does not answer like ffmpeg. */
  private CommandEnding answer(List<String> words, Duration deadline) {
    asked++;
    if (isBroken) {
      throw new IllegalStateException("of this worker's own");
    }
    return isLate ? new CommandEnding.TimedOut(deadline) : new CommandEnding.Ended(0, "", "");
  }
}
