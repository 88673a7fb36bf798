package org.dffmpeg.common.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The sample settings of the distribution, with every key switched on. In them prose has one space
 * after its {@code #}; a key that is only shown has none, or its indentation of two or more.
 */
public final class SampleSettings {
  private static final Path SAMPLES = Path.of("../server-config/src/main/conf");

  private SampleSettings() {}

  /**
   * Writes the sample into a directory.
   *
   * @param directory where the file goes, and empty files for those that it names should be
   * @param replacements texts of the sample that do not fit a test machine, and what does
   */
  public static Path withEveryKey(String name, Path directory, Map<String, String> replacements)
      throws IOException {
    String text =
        Files.readString(SAMPLES.resolve(name))
            .replaceAll("(?m)^( *)#(?! [^ ])(.+)$", "$1$2")
            .replaceAll("# or .*|Or hmac_key: .*", "");
    for (Map.Entry<String, String> replacement : replacements.entrySet()) {
      text = text.replace(replacement.getKey(), replacement.getValue());
    }
    return Files.writeString(directory.resolve(name), text);
  }
}
