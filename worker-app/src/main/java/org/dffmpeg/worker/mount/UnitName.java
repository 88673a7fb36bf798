package org.dffmpeg.worker.mount;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The systemd unit of a mount point: systemd.unit(5) "String escaping", as {@code systemd-escape
 * -p}.
 */
final class UnitName {
  private UnitName() {}

  /** {@code /mnt/my films} → {@code mnt-my\x20films.mount}. */
  static String of(Path mountPoint) {
    String path = mountPoint.normalize().toString().replaceAll("^/+|/+$", "");
    return (path.isEmpty() ? "-" : escaped(path)) + ".mount";
  }

  private static String escaped(String path) {
    StringBuilder name = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c == '/') {
        name.append('-');
      } else if (isPlain(c) && !(c == '.' && name.length() == 0)) {
        name.append(c);
      } else {
        name.append(String.format("\\x%02x", (int) c));
      }
    }
    return name.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == ':'
        || c == '_'
        || c == '.';
  }
}
