package org.dffmpeg.client.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dffmpeg.client.api.CoordinatorUnreachable;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.client.api.ProtocolMismatch;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  private static final Path MANUAL = Path.of("../docs/cli.md");

  @Test
  void the_manual_lists_every_code_and_no_other() throws IOException {
    List<String> documented =
        Files.readAllLines(MANUAL).stream()
            .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.code() + " | " + code.meaning() + " |")
                .toList());
  }

  @Test
  void each_failure_has_its_code() {
    assertThat(Failures.exitCode(new CoordinatorUnreachable("x"))).isEqualTo(ExitCode.ERROR);
    assertThat(Failures.exitCode(new ProtocolMismatch("x"))).isEqualTo(ExitCode.ERROR);
    assertThat(Failures.exitCode(new NotFound("x"))).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(Failures.exitCode(new NotAuthorized("x"))).isEqualTo(ExitCode.REFUSED);
    assertThat(Failures.exitCode(new JobRejected("x", null))).isEqualTo(ExitCode.REFUSED);
    assertThat(Failures.exitCode(new CommandFailed(ExitCode.USAGE, "x"))).isEqualTo(ExitCode.USAGE);
    assertThat(Failures.exitCode(new IllegalStateException("x"))).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void what_was_not_foreseen_is_named_and_the_rest_speaks_for_itself() {
    assertThat(Failures.line(new NotFound("no job"))).isEqualTo("no job");
    assertThat(Failures.line(new IllegalStateException("x")))
        .isEqualTo("unexpected IllegalStateException: x");
  }
}
