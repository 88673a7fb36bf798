package org.dffmpeg.coordinator.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.admin.LocalAdminKey;

/** {@code localadmin.key} in the data directory: the key's text alone, for the owner's eyes. */
record LocalAdminKeyFile(Path file) implements LocalAdminKey {

  @Override
  public void write(SigningKey key) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Path fresh = Files.createTempFile(directory, "localadmin", ".new", ownerOnly());
      Files.writeString(fresh, key.toBase64() + System.lineSeparator());
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void refresh(SigningKey key) {
    try {
      if (Files.exists(file) && !Files.readString(file).strip().equals(key.toBase64())) {
        write(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
