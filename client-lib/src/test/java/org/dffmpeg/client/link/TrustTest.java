package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with a CA file, against a certificate that no public authority knows. */
class TrustTest {
  private static final String PASSWORD = "changeit";
  @TempDir Path directory;

  @Test
  void a_certificate_of_the_ca_file_is_trusted() throws Exception {
    Path keystore = keystore("server");
    try (StubCoordinator coordinator = StubCoordinator.startTls(context(keystore))) {
      coordinator.answer("GET .*", Reply.ok(CommandAnswer.OK));

      Answer answer = http(coordinator.url(), certificate(keystore)).send(SignedRequest.get("/x"));

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void another_certificate_is_refused_without_a_second_try() throws Exception {
    RecordingSleeper sleeper = new RecordingSleeper();
    try (StubCoordinator coordinator = StubCoordinator.startTls(context(keystore("server")))) {
      SignedHttp http = http(coordinator.url(), certificate(keystore("other")));
      RetryingHttp retrying = new RetryingHttp(http, sleeper, () -> Duration.ZERO, Links.NO_CHANCE);

      assertThatThrownBy(() -> retrying.send(SignedRequest.get("/x"), RetryPolicy.USUAL))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(sleeper.slept()).isEmpty();
    }
  }

  @Test
  void a_file_without_a_certificate_is_named() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.pem"));

    assertThatThrownBy(() -> Trust.inCertificatesOf(empty))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty.pem");
  }

  private static SignedHttp http(URI url, Path caFile) throws IOException {
    return new SignedHttp(
        new Endpoints(List.of(url)),
        new RequestSigner(new ClientId("client1"), StubCoordinator.KEY, Clock.systemUTC()),
        Optional.of(Trust.inCertificatesOf(caFile)),
        Timeouts.USUAL,
        "test");
  }

  private Path keystore(String name) throws Exception {
    Path file = directory.resolve(name + ".p12");
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-keystore",
        file.toString());
    return file;
  }

  private Path certificate(Path keystore) throws Exception {
    Path file = Path.of(keystore + ".pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        keystore.toString(),
        "-file",
        file.toString(),
        "-alias",
        String.valueOf(keystore.getFileName()).replace(".p12", ""));
    return file;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(arguments));
    words.addAll(List.of("-storepass", PASSWORD, "-J-Duser.language=en"));
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
  }

  private static SSLContext context(Path keystore) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
