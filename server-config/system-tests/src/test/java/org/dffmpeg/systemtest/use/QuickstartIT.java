package org.dffmpeg.systemtest.use;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Distribution;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first thing that a newcomer types. */
@Tag("slow")
@Tag("ffmpeg")
class QuickstartIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void once_transcodes_a_clip_says_so_in_json_and_leaves_nothing_behind() {
    ChildProcess quickstart = start("once", "--once");

    assertThat(quickstart.await(PATIENCE)).as(quickstart.said()).isZero();
    List<String> lines = quickstart.out().lines().toList();
    JsonObject summary = PythonJson.parse(lines.get(lines.size() - 1)).asJsonObject();
    assertThat(summary.getString("status")).isEqualTo("completed");
    assertThat(summary.getInt("exit_code")).isZero();
    assertThat(summary.getInt("frames")).isEqualTo(500);
    assertThat(summary.getJsonNumber("duration").doubleValue()).isBetween(19.8, 20.2);
    assertThat(Path.of(summary.getString("output"))).isNotEmptyFile();
    assertThat(leftOf("once")).isEmpty();
  }

  @Test
  void without_once_it_stays_until_ctrl_c_and_then_leaves_nothing_behind() {
    ChildProcess quickstart = start("stay");
    quickstart.awaitText("Stop with Ctrl-C", PATIENCE);
    assertThat(quickstart.out())
        .contains("http://127.0.0.1:", "localadmin.key", "dffmpeg-client submit");
    assertThat(leftOf("stay")).isNotEmpty();

    quickstart.signal("INT");

    assertThat(quickstart.await(PATIENCE)).isEqualTo(130);
    assertThat(leftOf("stay")).isEmpty();
  }

  private static ChildProcess start(String name, String... arguments) {
    Path script = Distribution.home().resolve("../../quickstart.sh").normalize();
    return LAB.start(
        name,
        Command.of(script, LAB.workspace().root(), arguments)
            .with("TMPDIR", LAB.workspace().directory(name).toString())
            .with("DFFMPEG_HOME", Distribution.home().toString()));
  }

  /** Files in its temporary directory, and processes that were told of it. */
  private static List<String> leftOf(String name) {
    String directory = LAB.workspace().directory(name).toString();
    try (Stream<Path> files = Files.list(Path.of(directory));
        Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return Stream.concat(
              files.map(Path::toString),
              processes
                  .map(process -> commandLine(process.resolve("cmdline")))
                  .filter(line -> line.contains(directory)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commandLine(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
