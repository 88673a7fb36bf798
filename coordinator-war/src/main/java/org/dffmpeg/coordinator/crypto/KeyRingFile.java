package org.dffmpeg.coordinator.crypto;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.config.SettingsSource;

/** The YAML file of the ring: {@code keys: {k1: "aes256:<base64>"}}, the default key last. */
final class KeyRingFile {
  private static final String FIRST_KEY = "k1";

  private static final String EMPTY =
      "the key ring holds no key: put it back from its copy (if no key was ever encrypted, remove the file)";

  private KeyRingFile() {}

  /**
   * The keys in the order of the file; a ring without any is an accident, never a wish.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException if the file is wrong: file, line, key
   */
  static Map<String, RingKey> read(Path file, Clock clock) {
    SettingsReader reader =
        SettingsSource.load(
            "key_ring", file, Map.of(), file.toAbsolutePath().resolveSibling(""), file);
    SettingsReader section = reader.section("keys");
    Map<String, RingKey> keys = new LinkedHashMap<>();
    Map<String, String> texts = section.textsHere();
    if (texts.isEmpty()) {
      reader.problem("keys", EMPTY);
    }
    texts.forEach((name, text) -> parse(section, name, text, clock, keys));
    reader.finish();
    return keys;
  }

  /** A wrong text is named, never quoted: it may be most of a key. */
  private static void parse(
      SettingsReader section, String name, String text, Clock clock, Map<String, RingKey> keys) {
    try {
      keys.put(name, RingKey.parse(text, clock));
    } catch (IllegalArgumentException e) {
      section.problem(name, "" + e.getMessage());
    }
  }

  /**
   * Writes a new ring of one key, readable by the owner alone: all of it or none. If another
   * coordinator that starts for the first time was quicker, its ring is the one that counts.
   */
  static Map<String, RingKey> create(Path file, Clock clock) {
    AesGcmKey key = AesGcmKey.random();
    String text =
        "# The keys that seal the signing keys in the database. Keep a copy: without it no peer can sign in.\n"
            + "keys:\n  "
            + FIRST_KEY
            + ": \""
            + key.text()
            + "\"\n";
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Path fresh = Files.createTempFile(directory, "keys", ".new", ownerOnly);
      Files.writeString(fresh, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
      try {
        Files.createLink(file, fresh);
      } finally {
        Files.delete(fresh);
      }
    } catch (FileAlreadyExistsException anotherWasFirst) {
      return read(file, clock);
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot write the key ring " + file + ": " + e.getMessage(), e);
    }
    return Map.of(FIRST_KEY, key);
  }

  /** What to say when the ring does not exist although keys were sealed with it. */
  static IllegalStateException missing(Path file, Set<String> keyIdsInUse) {
    return new IllegalStateException(
        "the key ring "
            + file
            + " does not exist, but stored keys are sealed with "
            + String.join(", ", keyIdsInUse)
            + "; put the file back, or name it in encryption_keys_file");
  }
}
