package org.dffmpeg.client.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.OutputStream;
import java.io.PrintStream;
import org.dffmpeg.client.cli.Program;
import org.dffmpeg.client.cli.output.Terminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts say to the Python programs is understood (PROTOCOL 18). */
class OldCommandLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c F submit -b NAME -D --heartbeat-interval 7 -- -i a b",
        "--config F submit --binary NAME --detach -i a b",
        "status -w 3600",
        "status --window 3600",
        "worker list -w 86400",
        "worker show 01KDVDNA00000G40R40M30E209",
        "job list -w 3600",
        "job show 01KDVDNA00000G40R40M30E209",
        "job logs 01KDVDNA00000G40R40M30E209 -f",
        "job logs 01KDVDNA00000G40R40M30E209 --follow",
        "job cancel 01KDVDNA00000G40R40M30E209",
        "job attach 01KDVDNA00000G40R40M30E209"
      })
  void of_the_client(String line) {
    understands(new ClientCommand(), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c F status -w 3600",
        "user list --show-key",
        "user show ID --show-key",
        "user add ID --role worker --allowed-cidrs 10.0.0.0/8 192.168.0.0/16",
        "user delete 01KDVDNA00000G40R40M30E209",
        "user rotate-key 01KDVDNA00000G40R40M30E209",
        "user set-scope ID 10.0.0.0/8 192.168.0.0/16",
        "worker list -w 86400",
        "worker show 01KDVDNA00000G40R40M30E209",
        "job list -w 3600",
        "job show 01KDVDNA00000G40R40M30E209",
        "job logs 01KDVDNA00000G40R40M30E209",
        "janitor run_all",
        "janitor clean_workers",
        "janitor clean_jobs",
        "security re-encrypt --client-id ID --key-id K --decrypt --limit 5 --batch-size 100",
        "security generate-key fernet"
      })
  void of_the_administrator(String line) {
    understands(new AdminCommand(), line);
  }

  private static void understands(Root root, String line) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Program program = new Program(root, nowhere, nowhere, Terminal.NONE);
    assertThatCode(() -> program.parse(line.split(" "))).doesNotThrowAnyException();
  }
}
