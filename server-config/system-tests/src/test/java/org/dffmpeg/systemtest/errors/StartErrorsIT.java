package org.dffmpeg.systemtest.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Distribution;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Ports;
import org.dffmpeg.systemtest.harness.SmallDisk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that cannot start says why, in one line for each reason, and ends. */
@Tag("slow")
class StartErrorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final Lab LAB = new Lab();

  @Test
  void a_taken_port_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Refusal refusal = start("taken", "port: " + taken.getLocalPort() + "\n");

      assertThat(refusal.code()).isNotZero();
      assertThat(refusal.lines()).hasSize(1);
      assertThat(refusal.lines().get(0)).contains(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void every_problem_of_the_settings_is_told_at_once_with_file_line_and_key() {
    Refusal refusal =
        start(
            "wrong",
            "port: eighty\njanitor: {interval: 0}\ndata_dirr: x\ndefault_worker_slots: -1\n");

    assertThat(refusal.code()).isNotZero();
    assertThat(String.join("\n", refusal.lines()))
        .contains("coordinator.yaml:1: port")
        .contains("coordinator.yaml:2: janitor.interval")
        .contains("coordinator.yaml:3: data_dirr")
        .contains("data_dir")
        .contains("coordinator.yaml:4: default_worker_slots");
    assertThat(refusal.lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("dffmpeg-coordinator: "));
  }

  @Test
  void a_disk_without_room_is_told_in_one_line() {
    SmallDisk disk = LAB.closeLater(SmallDisk.mount(LAB.workspace().directory("small"), 40));

    Refusal refusal =
        start("full", "port: %d\ndata_dir: %s\n".formatted(Ports.free(), disk.root()));

    assertThat(refusal.code()).isEqualTo(1);
    assertThat(refusal.lines())
        .singleElement()
        .asString()
        .contains("MB of disk in " + disk.root(), "MB are free");
  }

  @Test
  void a_second_coordinator_on_one_h2_file_is_refused_with_what_to_do() {
    Coordinator first = LAB.coordinator(Database.H2);

    Refusal refusal =
        start("second", "port: %d\ndata_dir: %s\n".formatted(Ports.free(), first.dataDirectory()));

    assertThat(refusal.code()).isNotZero();
    assertThat(refusal.lines()).hasSize(1);
    assertThat(refusal.lines().get(0)).contains("coordinator").containsIgnoringCase("postgresql");
    assertThat(first.health().status()).isEqualTo(200);
  }

  @Test
  void a_worker_with_wrong_settings_names_each() {
    Path settings =
        LAB.workspace()
            .file("wrong-worker.yaml", "client_id: w\nslots: many\nbinarys: {ffmpeg: /bin/true}\n");

    ChildProcess worker =
        LAB.start(
            "wrong-worker",
            Command.of(
                Distribution.launcher("dffmpeg-worker"),
                LAB.workspace().root(),
                "--config",
                settings.toString()));

    assertThat(worker.await(PATIENCE)).isNotZero();
    assertThat(worker.err())
        .contains("wrong-worker.yaml:2: slots")
        .contains("wrong-worker.yaml:3: binarys")
        .contains("hmac_key");
    assertThat(worker.err().lines()).allMatch(line -> line.startsWith("dffmpeg-worker: "));
  }

  @Test
  void a_client_and_a_proxy_with_wrong_settings_name_each_problem_in_a_line_of_its_own() {
    Path settings = LAB.workspace().file("wrong-client.yaml", "client_idd: c\nport: x\n");
    Path ffprobe = LAB.workspace().root().resolve("ffprobe");
    run("dffmpeg-proxy", "install", LAB.workspace().root().toString());

    ChildProcess client = run("dffmpeg-client", "--config", settings.toString(), "status");
    ChildProcess proxy =
        LAB.start(
            "proxy",
            Command.of(ffprobe, LAB.workspace().root(), "-version")
                .with("DFFMPEG_CLIENT_CONFIG", settings.toString()));

    assertThat(proxy.await(PATIENCE)).isEqualTo(1);
    assertThat(client.err().lines())
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith("dffmpeg-client: "));
    assertThat(proxy.err().lines())
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith("ffprobe (dffmpeg): "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dffmpeg-coordinator",
        "dffmpeg-worker",
        "dffmpeg-client",
        "dffmpeg-admin",
        "dffmpeg-proxy"
      })
  void a_program_knows_its_name_and_says_in_one_line_what_it_does_not_know(String program) {
    ChildProcess bogus = run(program, "--bogus");
    ChildProcess version = run(program, "--version");

    assertThat(bogus.await(PATIENCE)).isEqualTo(2);
    assertThat(bogus.err().lines())
        .singleElement()
        .asString()
        .startsWith(program + ": ")
        .contains("--bogus", "--help");
    assertThat(version.out()).matches(program + " \\S+\\R");
    assertThat(version.err()).isEmpty();
  }

  /** Runs a launcher to its end. */
  private static ChildProcess run(String program, String... arguments) {
    ChildProcess process =
        LAB.start(
            program, Command.of(Distribution.launcher(program), LAB.workspace().root(), arguments));
    process.await(PATIENCE);
    return process;
  }

  private static Refusal start(String name, String yaml) {
    Path settings = LAB.workspace().file(name + "/coordinator.yaml", yaml);
    ChildProcess process =
        LAB.start(
            name,
            Command.of(
                Distribution.launcher("dffmpeg-coordinator"),
                LAB.workspace().directory(name),
                "--config",
                settings.toString()));
    int code = process.await(Coordinator.START);
    return new Refusal(code, process.said().lines().filter(line -> !line.isBlank()).toList());
  }

  private record Refusal(int code, List<String> lines) {}
}
