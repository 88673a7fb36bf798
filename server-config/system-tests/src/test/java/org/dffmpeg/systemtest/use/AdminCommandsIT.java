package org.dffmpeg.systemtest.use;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Distribution;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator on the coordinator's machine, with nothing but the data directory. */
@Tag("slow")
class AdminCommandsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static Coordinator coordinator;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2);
  }

  @Test
  void identities_made_on_the_command_line_run_a_job_and_can_be_rotated_and_deleted() {
    Credentials worker = add("encoder1", "worker");
    Credentials user = add("alice", "client");
    LAB.worker(coordinator.url(), worker, WorkerSetup.ffmpeg(Path.of("/bin/echo")));
    Cli cli = LAB.cli(coordinator.url(), user, "");

    assertThat(cli.run("submit", "--", "hello").out()).isEqualTo("hello\n");
    assertThat(admin("user", "list").out())
        .contains("alice", "encoder1")
        .doesNotContain(user.key());
    assertThat(admin("worker", "list").out()).contains("encoder1", "online");

    assertThat(admin("worker", "drain", "encoder1").out()).contains("encoder1 is draining");
    String waiting = cli.run("submit", "-D", "--", "later").out().strip();
    assertThat(cli.run("job", "show", waiting).out())
        .contains("every worker that fits is paused or draining");
    admin("worker", "resume", "encoder1");
    assertThat(cli.run("job", "attach", waiting).out()).isEqualTo("later\n");

    JsonObject rotated = json(admin("user", "rotate-key", "alice", "--json"));
    assertThat(rotated.getString("hmac_key")).isNotEqualTo(user.key());
    assertThat(statusWith(user)).isEqualTo(401);
    assertThat(statusWith(user.withKey(rotated.getString("hmac_key")))).isEqualTo(200);

    admin("user", "delete", "alice");
    assertThat(statusWith(user.withKey(rotated.getString("hmac_key")))).isEqualTo(401);
  }

  private static int statusWith(Credentials identity) {
    try (RawHttp http = coordinator.as(identity)) {
      return http.get("/jobs").status();
    }
  }

  private static Credentials add(String name, String role) {
    JsonObject added = json(admin("user", "add", name, "--role", role, "--json"));
    assertThat(added.getString("client_id")).isEqualTo(name);
    assertThat(added.getString("role")).isEqualTo(role);
    return new Credentials(name, added.getString("hmac_key"));
  }

  private static JsonObject json(ChildProcess ended) {
    return PythonJson.parse(ended.out()).asJsonObject();
  }

  private static ChildProcess admin(String... arguments) {
    List<String> words =
        new ArrayList<>(List.of("--data-dir", coordinator.dataDirectory().toString()));
    words.addAll(List.of("--coordinator-url", coordinator.url().toString()));
    words.addAll(List.of(arguments));
    ChildProcess process =
        LAB.start(
            "admin",
            Command.of(
                Distribution.launcher("dffmpeg-admin"),
                LAB.workspace().root(),
                words.toArray(String[]::new)));
    assertThat(process.await(Duration.ofSeconds(30))).as(process.said()).isZero();
    return process;
  }
}
