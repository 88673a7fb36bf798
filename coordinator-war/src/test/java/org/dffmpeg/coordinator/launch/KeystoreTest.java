package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {
  @TempDir private Path directory;

  @Test
  void an_absent_file_is_named() {
    assertThatThrownBy(() -> Keystore.open(directory.resolve("none.p12"), "x"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("none.p12");
  }

  @Test
  void a_keystore_without_a_key_is_refused() throws GeneralSecurityException, IOException {
    Path file = directory.resolve("empty.p12");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      empty.store(out, "hush".toCharArray());
    }

    assertThatThrownBy(() -> Keystore.open(file, "hush"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("no private key");
    assertThatThrownBy(() -> Keystore.open(file, "wrong"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageNotContaining("wrong ");
  }
}
