package org.dffmpeg.systemtest.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;
import org.dffmpeg.systemtest.legacy.Exchange;
import org.dffmpeg.systemtest.legacy.LegacyCoordinator;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our worker and command line client with a coordinator that behaves exactly as PROTOCOL says. */
@Tag("slow")
class OldCoordinatorIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Credentials WORKER =
      new Credentials("worker1", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Credentials CLIENT =
      new Credentials("client1", "Hh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAAA=");

  private static LegacyCoordinator coordinator;
  private static Path mine;
  private static Path theirs;
  private static Cli cli;

  @BeforeAll
  static void start() {
    coordinator = LegacyCoordinator.start(List.of(WORKER, CLIENT));
    mine = LAB.workspace().directory("mine");
    theirs = LAB.workspace().directory("theirs");
    LAB.worker(
        coordinator.url(),
        WORKER,
        WorkerSetup.ffmpeg(Path.of("/bin/sh")).path("Shared", theirs).yaml("slots: 2\n"));
    cli = LAB.cli(coordinator.url(), CLIENT, Yaml.map("paths", Map.of("Shared", mine)));
  }

  @AfterAll
  static void stop() {
    coordinator.close();
  }

  @Test
  void a_job_completes_with_its_lines_and_exit_code() {
    Cli.Finished ended =
        cli.run(
            "submit", "--", "-c", "echo $0; echo err >&2; exit 5", mine.resolve("x").toString());

    assertThat(ended.out()).isEqualTo(theirs.resolve("x") + "\n");
    assertThat(ended.err()).contains("err\n");
    assertThat(ended.code()).isEqualTo(5);
  }

  @Test
  void requests_are_signed_over_the_route_alone_and_carry_a_content_type_with_a_body() {
    cli.run("submit", "--", "-c", "echo once");

    assertThat(coordinator.exchanges())
        .allSatisfy(exchange -> assertThat(exchange.status()).isLessThan(500))
        .noneSatisfy(exchange -> assertThat(exchange.status()).isEqualTo(401))
        .noneSatisfy(exchange -> assertThat(exchange.route()).contains("/api/v1"))
        .filteredOn(exchange -> !exchange.body().isEmpty())
        .isNotEmpty()
        .allSatisfy(OldCoordinatorIT::hasContentType);
  }

  private static void hasContentType(Exchange exchange) {
    assertThat(exchange.headers()).containsEntry("content-type", "application/json");
  }
}
