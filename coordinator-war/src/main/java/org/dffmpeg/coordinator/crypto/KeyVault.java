package org.dffmpeg.coordinator.crypto;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.access.SealedKey;

/**
 * A ring of AES-256-GCM keys that seals the signing keys at rest; a Python coordinator's Fernet
 * keys may be in it too. Immutable, thread-safe.
 */
public final class KeyVault implements KeyCipher {
  private final Path file;
  private final Map<String, RingKey> keys;
  private final Optional<String> defaultKeyId;

  private KeyVault(Path file, Map<String, RingKey> keys, Optional<String> defaultKeyId) {
    this.file = file;
    this.keys = keys;
    this.defaultKeyId = defaultKeyId;
  }

  /**
   * Reads the ring ({@code keys: {k1: "aes256:<base64>"}}), or makes one of one key with mode 0600
   * if the file is absent and no identity exists. Without a file and without sealed keys, secrets
   * are stored plain.
   *
   * @param defaultKeyId which key seals new secrets; empty: the last of the ring
   * @param stored the secrets of all identities there are
   * @param clock stamps Fernet tokens
   * @throws IllegalStateException if the file lacks a key in use or the default one, or its key of
   *     that name opens none of the secrets, so that it is of another ring: the message names both
   * @throws org.dffmpeg.common.config.ConfigurationException if the file is wrong
   */
  public static KeyVault open(
      Path file, Optional<String> defaultKeyId, Collection<SealedKey> stored, Clock clock) {
    Map<String, List<SealedKey>> byId =
        stored.stream()
            .filter(secret -> secret.keyId().isPresent())
            .collect(groupingBy(secret -> secret.keyId().orElseThrow(), TreeMap::new, toList()));
    Map<String, RingKey> keys = load(file, !stored.isEmpty(), byId.keySet(), clock);
    byId.forEach(
        (id, secrets) ->
            requireOpening(
                file, id, require(file, keys, id, "a stored key is sealed with"), secrets));
    defaultKeyId.ifPresent(id -> require(file, keys, id, "default_encryption_key_id names"));
    List<String> names = new ArrayList<>(keys.keySet());
    Optional<String> last =
        names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    return new KeyVault(file, keys, defaultKeyId.or(() -> last));
  }

  private static Map<String, RingKey> load(
      Path file, boolean identitiesExist, Set<String> keyIdsInUse, Clock clock) {
    if (Files.exists(file)) {
      return KeyRingFile.read(file, clock);
    }
    if (!identitiesExist) {
      return KeyRingFile.create(file, clock);
    }
    if (!keyIdsInUse.isEmpty()) {
      throw KeyRingFile.missing(file, keyIdsInUse);
    }
    return Map.of();
  }

  private static RingKey require(Path file, Map<String, RingKey> keys, String id, String who) {
    RingKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException(
          who + " '" + id + "', which the key ring " + file + " does not hold");
    }
    return key;
  }

  /** One that opens is enough: a damaged secret shuts out its identity, not the coordinator. */
  private static void requireOpening(Path file, String id, RingKey key, List<SealedKey> stored) {
    if (stored.stream().noneMatch(secret -> opens(key, secret))) {
      throw new IllegalStateException(
          "the key '"
              + id
              + "' of the key ring "
              + file
              + " opens none of the stored keys sealed with '"
              + id
              + "': this is the ring of another database; put the right file back, or name it in encryption_keys_file");
    }
  }

  private static boolean opens(RingKey key, SealedKey secret) {
    try {
      key.open(secret.text());
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Override
  public Optional<String> defaultKeyId() {
    return defaultKeyId;
  }

  @Override
  public SealedKey seal(SigningKey key, Optional<String> keyId) {
    String plain = key.toBase64();
    return new SealedKey(keyId.map(id -> ringKey(id).seal(plain)).orElse(plain), keyId);
  }

  private RingKey ringKey(String id) {
    RingKey key = keys.get(id);
    if (key == null) {
      throw new IllegalArgumentException("the key ring " + file + " holds no key '" + id + "'");
    }
    return key;
  }

  @Override
  public SigningKey open(SealedKey sealed) {
    String plain = sealed.keyId().map(id -> openWith(id, sealed.text())).orElse(sealed.text());
    return SigningKey.ofBase64(plain);
  }

  private String openWith(String id, String text) {
    RingKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("the key ring " + file + " holds no key '" + id + "'");
    }
    return key.open(text);
  }
}
