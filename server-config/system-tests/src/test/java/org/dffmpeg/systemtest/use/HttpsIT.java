package org.dffmpeg.systemtest.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coordinator with a certificate of its own, and peers that trust that one alone. */
@Tag("slow")
class HttpsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final String PASSWORD = "changeit";

  private static Coordinator coordinator;
  private static Path certificate;

  @BeforeAll
  static void start() {
    Path keystore = LAB.workspace().root().resolve("coordinator.p12");
    certificate = LAB.workspace().root().resolve("ca.pem");
    keytool(
        "-genkeypair",
        "-keystore",
        keystore.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-alias",
        "coordinator",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-ext",
        "san=ip:127.0.0.1");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        keystore.toString(),
        "-storepass",
        PASSWORD,
        "-alias",
        "coordinator",
        "-file",
        certificate.toString());
    coordinator =
        LAB.coordinator(
            Database.H2,
            "tls: {keystore_file: '%s', keystore_password: %s}\n".formatted(keystore, PASSWORD));
  }

  @Test
  void a_job_runs_over_https_between_peers_that_trust_the_certificate() {
    LAB.worker(
        coordinator.url(),
        coordinator.identity("encoder", "worker"),
        WorkerSetup.ffmpeg(Path.of("/bin/echo")).trusting(certificate));
    Cli cli =
        LAB.cliTrusting(certificate, coordinator.url(), coordinator.identity("alice", "client"));

    Cli.Finished ended = cli.run("submit", "--", "secret");

    assertThat(ended.out()).isEqualTo("secret\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void a_client_that_does_not_trust_the_certificate_sends_nothing_and_says_so() {
    Credentials bob = coordinator.identity("bob", "client");

    Cli.Finished ended = LAB.cli(coordinator.url(), bob, "").run("job", "list");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errorLines()).hasSize(1);
    assertThat(ended.err()).containsIgnoringCase("certif");
  }

  private static void keytool(String... arguments) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ChildProcess process =
        LAB.start("keytool", Command.of(keytool, LAB.workspace().root(), arguments));
    assertThat(process.await(Duration.ofSeconds(30))).as(process.said()).isZero();
  }
}
