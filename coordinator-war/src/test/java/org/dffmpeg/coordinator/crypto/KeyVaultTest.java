package org.dffmpeg.coordinator.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultTest {
  private static final SigningKey KEY =
      SigningKey.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private static final SealedKey PLAIN = new SealedKey(KEY.toBase64(), Optional.empty());

  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1767225600), ZoneOffset.UTC);

  @TempDir Path directory;

  @Test
  void the_first_start_makes_a_ring_for_the_owner_alone() throws IOException {
    Path file = directory.resolve("new/keys.yaml");

    KeyVault vault = open(file, false);

    assertThat(vault.defaultKeyId()).contains("k1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void coordinators_that_start_for_the_first_time_at_once_have_one_ring() throws IOException {
    Path file = directory.resolve("keys.yaml");

    RingKey first = KeyRingFile.create(file, CLOCK).values().iterator().next();
    RingKey second = KeyRingFile.create(file, CLOCK).values().iterator().next();

    assertThat(second.open(first.seal("secret"))).isEqualTo("secret");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_sealed_key_opens_after_a_restart_and_does_not_show() {
    Path file = directory.resolve("keys.yaml");
    SealedKey sealed = open(file, false).seal(KEY, Optional.of("k1"));

    KeyVault restarted = open(file, true, sealed);

    assertThat(restarted.open(sealed).toBase64()).isEqualTo(KEY.toBase64());
    assertThat(sealed.text()).doesNotContain(KEY.toBase64());
    assertThat(sealed).hasToString("***");
  }

  @Test
  void the_same_key_is_sealed_differently_each_time() {
    KeyVault vault = open(directory.resolve("keys.yaml"), false);

    assertThat(vault.seal(KEY, Optional.of("k1")).text())
        .isNotEqualTo(vault.seal(KEY, Optional.of("k1")).text());
  }

  @Test
  void a_text_that_was_tampered_with_does_not_open() {
    KeyVault vault = open(directory.resolve("keys.yaml"), false);
    String text = vault.seal(KEY, Optional.of("k1")).text();
    String changed = (text.startsWith("A") ? "B" : "A") + text.substring(1);

    assertThatThrownBy(() -> vault.open(new SealedKey(changed, Optional.of("k1"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tampered");
  }

  @Test
  void a_stored_key_id_that_the_ring_lacks_refuses_the_start_and_names_both() {
    Path file = directory.resolve("keys.yaml");
    open(file, false);

    assertThatThrownBy(() -> open(file, true, secret("k2")))
        .hasMessageContaining("'k2'")
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_lost_ring_refuses_the_start_instead_of_making_another() {
    Path file = directory.resolve("keys.yaml");

    assertThatThrownBy(() -> open(file, true, secret("k1")))
        .hasMessageContaining("k1")
        .hasMessageContaining(file.toString());
    assertThat(file).doesNotExist();
  }

  @Test
  void the_last_key_of_the_ring_is_the_default() throws IOException {
    Path file = directory.resolve("keys.yaml");
    Files.writeString(
        file,
        "keys:\n  old: \"%s\"\n  new: \"%s\"\n"
            .formatted(AesGcmKey.random().text(), AesGcmKey.random().text()));

    assertThat(open(file, true).defaultKeyId()).contains("new");
    assertThat(KeyVault.open(file, Optional.of("old"), List.of(PLAIN), CLOCK).defaultKeyId())
        .contains("old");
  }

  @Test
  void a_python_key_file_and_its_tokens_are_taken_over() throws IOException {
    Path file = directory.resolve("keys.yaml");
    Files.writeString(file, "keys:\n  py: \"" + FernetKeyTest.KEY + "\"\n");

    KeyVault vault = open(file, true, new SealedKey(FernetKeyTest.TOKEN, Optional.of("py")));

    assertThat(vault.open(new SealedKey(FernetKeyTest.TOKEN, Optional.of("py"))).toBase64())
        .isEqualTo(KEY.toBase64());
  }

  @Test
  void a_wrong_entry_is_named_and_not_quoted() throws IOException {
    Path file = directory.resolve("keys.yaml");
    Files.writeString(file, "keys:\n  k1: \"aes256:c2VjcmV0\"\n");

    assertThatThrownBy(() -> open(file, true))
        .hasMessageContaining(file + ":2")
        .hasMessageContaining("keys.k1")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void a_ring_without_a_key_refuses_the_start_instead_of_storing_keys_plain() throws IOException {
    Path file = directory.resolve("keys.yaml");
    for (String text : List.of("", "# The keys that seal\n", "keys:\n", "keys: {}\n")) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> open(file, false))
          .as(text)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("no key");
    }
  }

  @Test
  void the_ring_of_another_database_refuses_the_start_although_its_key_has_the_same_name() {
    SealedKey sealed = open(directory.resolve("other.yaml"), false).seal(KEY, Optional.of("k1"));
    Path file = directory.resolve("keys.yaml");
    open(file, false);

    assertThatThrownBy(() -> open(file, true, sealed))
        .hasMessageContaining("'k1'")
        .hasMessageContaining(file.toString());
  }

  @Test
  void one_damaged_secret_does_not_refuse_the_start() {
    Path file = directory.resolve("keys.yaml");
    SealedKey sealed = open(file, false).seal(KEY, Optional.of("k1"));

    KeyVault restarted = open(file, true, secret("k1"), sealed);

    assertThat(restarted.open(sealed).toBase64()).isEqualTo(KEY.toBase64());
  }

  @Test
  void nothing_but_the_ring_is_left_in_its_directory() throws IOException {
    open(directory.resolve("keys.yaml"), false);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("keys.yaml"));
    }
  }

  private static SealedKey secret(String keyId) {
    return new SealedKey("c29tZXRoaW5nIHRoYXQgaXMgbm8gc2VhbGVkIHRleHQ=", Optional.of(keyId));
  }

  private static KeyVault open(Path file, boolean identitiesExist, SealedKey... secrets) {
    List<SealedKey> stored = new ArrayList<>(List.of(secrets));
    if (identitiesExist) {
      stored.add(PLAIN);
    }
    return KeyVault.open(file, Optional.empty(), stored, CLOCK);
  }
}
