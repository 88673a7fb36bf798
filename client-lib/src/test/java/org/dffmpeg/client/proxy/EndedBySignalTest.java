package org.dffmpeg.client.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a signal to a waiting client does, in real processes. SIGINT is left to the system tests: a
 * build that was started in the background ignores it, and so would its children.
 */
class EndedBySignalTest {
  @TempDir private Path directory;
  private EndlessJobCoordinator coordinator;
  private Path settings;

  @BeforeEach
  void start() throws IOException {
    coordinator = new EndlessJobCoordinator();
    settings =
        Files.write(
            directory.resolve("client.yaml"),
            List.of(
                "client_id: media1",
                "hmac_key: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "coordinator: {host: 127.0.0.1, port: " + coordinator.port() + "}"));
  }

  @AfterEach
  void stop() {
    coordinator.close();
  }

  @Test
  void a_proxy_ends_its_job_first_and_then_with_128_plus_15() throws Exception {
    Process proxy = java("org.dffmpeg.client.proxy.ProxyMain", "ffmpeg", "-i", "x");

    assertThat(afterFirstLine(proxy)).isEqualTo(143);
    assertThat(coordinator.wasCanceled()).isTrue();
  }

  @Test
  void a_submit_ends_its_job_first_and_then_with_128_plus_15() throws Exception {
    Process submit = java("org.dffmpeg.client.cli.Main", "submit", "-i", "x");

    assertThat(afterFirstLine(submit)).isEqualTo(143);
    assertThat(coordinator.wasCanceled()).isTrue();
  }

  /** The reader takes the first line and no more: what follows is more than the pipe holds. */
  @Test
  void a_submit_whose_output_nobody_takes_ends_its_job_all_the_same() throws Exception {
    coordinator.prints(20_000);
    Process submit = java("org.dffmpeg.client.cli.Main", "submit", "-i", "x");

    assertThat(afterFirstLine(submit)).isEqualTo(143);
    assertThat(coordinator.wasCanceled()).isTrue();
  }

  private Process java(String main, String... arguments) throws IOException {
    Path jvm = Path.of(ProcessHandle.current().info().command().orElseThrow());
    List<String> words = new ArrayList<>(List.of(jvm.toString(), "-XX:TieredStopAtLevel=1", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(main);
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().put("DFFMPEG_CLIENT_CONFIG", settings.toString());
    builder.redirectError(directory.resolve("err.txt").toFile());
    return builder.start();
  }

  /** The exit code after SIGTERM. */
  private int afterFirstLine(Process process) throws Exception {
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine())
          .as(Files.readString(directory.resolve("err.txt")))
          .isEqualTo("running");
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
