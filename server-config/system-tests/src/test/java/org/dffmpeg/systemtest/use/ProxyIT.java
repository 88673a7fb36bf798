package org.dffmpeg.systemtest.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link called {@code ffmpeg} or {@code ffprobe} does what the machine's own would have done. */
@Tag("slow")
@Tag("ffmpeg")
class ProxyIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Path mine;
  private static Path theirs;
  private static Path bin;
  private static Path settings;
  private static Cli cli;

  @BeforeAll
  static void start() throws IOException {
    Coordinator coordinator = LAB.coordinator(Database.H2);
    mine = LAB.workspace().directory("mine");
    theirs = Files.createSymbolicLink(LAB.workspace().root().resolve("theirs"), mine);
    LAB.worker(
        coordinator.url(),
        coordinator.identity("encoder", "worker"),
        WorkerSetup.ffmpeg(Programs.ffmpeg())
            .binary("ffprobe", Programs.find("ffprobe"))
            .path("Media", theirs)
            .asked());
    cli =
        LAB.cli(
            coordinator.url(),
            coordinator.identity("server", "client"),
            Yaml.map("paths", Map.of("Media", mine)));
    settings = cli.settings();
    bin = LAB.workspace().directory("bin");
    run(Distribution.launcher("dffmpeg-proxy"), "install", bin.toString());
  }

  @Test
  void an_encode_and_a_probe_of_it_give_what_ffmpeg_itself_gives() {
    String clip = mine.resolve("clip 1.mkv").toString();

    ChildProcess encode =
        run(
            bin.resolve("ffmpeg"),
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=320x180:rate=25",
            "-t",
            "1",
            clip);
    ChildProcess probe = run(bin.resolve("ffprobe"), "-v", "error", "-show_streams", clip);
    ChildProcess direct = run(Programs.find("ffprobe"), "-v", "error", "-show_streams", clip);

    assertThat(encode.err()).contains("frame=   25");
    assertThat(probe.out()).isEqualTo(direct.out()).contains("width=320");
    assertThat(probe.err()).isEqualTo(direct.err());
  }

  @Test
  void the_worker_has_said_what_its_ffmpeg_can() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(cli.run("worker", "show", "encoder", "--json").out())
                    .contains("\"encoder:mpeg4\"", "\"decoder:h264\"", "\"filter:scale\""));
    assertThat(cli.run("worker", "list", "--json").out())
        .contains("\"capabilities\":[]")
        .containsPattern("\"fingerprint\":\"[0-9a-f]{64}\"");
  }

  @Test
  void the_exit_code_is_ffmpegs_own() {
    ChildProcess proxied = start(bin.resolve("ffmpeg"), "-i", mine.resolve("absent").toString());
    ChildProcess direct = start(Programs.ffmpeg(), "-i", theirs.resolve("absent").toString());

    assertThat(proxied.await(PATIENCE)).isEqualTo(direct.await(PATIENCE)).isNotZero();
    assertThat(proxied.err()).isEqualTo(direct.err());
  }

  /** Cron, containers and units have no locale; the launchers give Java one. */
  @Test
  void a_name_that_is_not_ascii_needs_no_locale() {
    ChildProcess explanation =
        LAB.start(
            "client",
            Command.of(
                    Path.of("/bin/sh"),
                    LAB.workspace().root(),
                    "-c",
                    "\"$0\" submit --explain --json \"$(printf 'caf\\303\\251.mkv')\"",
                    Distribution.launcher("dffmpeg-client").toString())
                .with("LC_ALL", "C")
                .with("DFFMPEG_CLIENT_CONFIG", settings.toString()));

    assertThat(explanation.await(PATIENCE)).as(explanation.said()).isZero();
    assertThat(explanation.out()).contains("caf\\u00e9.mkv");
  }

  private static ChildProcess run(Path program, String... arguments) {
    ChildProcess process = start(program, arguments);
    assertThat(process.await(PATIENCE)).as(process.said()).isZero();
    return process;
  }

  private static ChildProcess start(Path program, String... arguments) {
    return LAB.start(
        "proxy",
        Command.of(program, LAB.workspace().root(), arguments)
            .with("DFFMPEG_CLIENT_CONFIG", settings == null ? "" : settings.toString()));
  }
}
