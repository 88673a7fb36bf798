package org.dffmpeg.systemtest.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dffmpeg.systemtest.bars.Percentiles;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Distribution;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;

/** The same command by the machine's own program and through the proxy, one after the other. */
final class ProxyOverhead {
  private static final int RUNS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PrintStream out;

  ProxyOverhead(PrintStream out) {
    this.out = out;
  }

  void run() {
    try (Lab lab = Lab.opened("benchmark-proxy").withJavaOptions("")) {
      Path media = lab.workspace().directory("media");
      Path bin = lab.workspace().directory("bin");
      Coordinator coordinator = lab.coordinator(Database.H2);
      lab.worker(
          coordinator.url(),
          coordinator.identity("worker", "worker"),
          WorkerSetup.ffmpeg(Programs.ffmpeg())
              .binary("ffprobe", Programs.find("ffprobe"))
              .path("Media", media));
      Cli cli =
          lab.cli(
              coordinator.url(),
              coordinator.identity("user", "client"),
              Yaml.map("paths", Map.of("Media", media)));
      finish(lab, Distribution.launcher("dffmpeg-proxy"), cli, List.of("install", bin.toString()));
      String clip = media.resolve("clip.mkv").toString();
      finish(lab, Programs.ffmpeg(), cli, List.of("-f", "lavfi", "-i", "testsrc", "-t", "2", clip));

      compare(lab, cli, bin, "ffmpeg", List.of("-version"));
      compare(lab, cli, bin, "ffprobe", List.of("-show_streams", clip));
    }
  }

  private void compare(Lab lab, Cli cli, Path bin, String tool, List<String> arguments) {
    Report report = new Report(out, "h2");
    Percentiles direct = measure(lab, Programs.find(tool), cli, arguments);
    Percentiles proxied = measure(lab, bin.resolve(tool), cli, arguments);
    report.percentiles(tool + "_direct", direct);
    report.percentiles(tool + "_through_proxy", proxied);
    report.value(
        tool + "_proxy_overhead",
        "ms",
        Percentiles.millis(proxied.at(50)) - Percentiles.millis(direct.at(50)));
  }

  private static Percentiles measure(Lab lab, Path program, Cli cli, List<String> arguments) {
    List<Duration> taken = new ArrayList<>();
    for (int i = -3; i < RUNS; i++) {
      long start = System.nanoTime();
      finish(lab, program, cli, arguments);
      if (i >= 0) {
        taken.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    return Percentiles.of(taken);
  }

  private static void finish(Lab lab, Path program, Cli cli, List<String> arguments) {
    ChildProcess process =
        lab.start(
            program.getFileName().toString(),
            Command.of(program, lab.workspace().root(), arguments.toArray(String[]::new))
                .with("DFFMPEG_CLIENT_CONFIG", cli.settings().toString()));
    int code = process.await(PATIENCE);
    if (code != 0) {
      throw new IllegalStateException(program + " ended with " + code + ": " + process.said());
    }
  }
}
