package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.worker.execution.OsProcessStarter;
import org.dffmpeg.worker.execution.ShortCommands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ffmpeg on the PATH. */
@Tag("ffmpeg")
@Timeout(300)
class RealFfmpegTest {
  @Test
  void a_real_ffmpeg_says_what_it_can() throws InterruptedException {
    ExecutorService starter = Executors.newSingleThreadExecutor();
    ExecutorService threads = Executors.newCachedThreadPool();
    ShortCommands commands =
        new ShortCommands(
            new OsProcessStarter(
                starter, "test", new RealSleeper(), () -> Duration.ofNanos(System.nanoTime())),
            threads);

    CapabilityReport report =
        new CapabilityProbe(
                Map.of("ffmpeg", Path.of("ffmpeg"), "ffprobe", Path.of("ffprobe")), commands::run)
            .run();
    starter.shutdownNow();
    threads.shutdownNow();

    assertThat(report.complete()).isTrue();
    assertThat(report.fingerprint()).isPresent();
    assertThat(report.capabilities())
        .contains("encoder:mpeg4", "decoder:h264", "filter:scale", "filter:anull")
        .hasSizeGreaterThan(500);
  }
}
