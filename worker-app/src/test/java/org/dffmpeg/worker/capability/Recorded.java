package org.dffmpeg.worker.capability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What real builds said: Debian's ffmpeg 5.1.9, and 8.1.2 of the Maven artifact
 * org.bytedeco:ffmpeg:8.1.2-1.5.14 (linux-x86_64-gpl). The lists of decoders and filters are cut.
 */
enum Recorded {
  DEBIAN_5_1_9("5.1.9-debian"),
  BYTEDECO_8_1_2("8.1.2-bytedeco");

  private final String prefix;

  Recorded(String prefix) {
    this.prefix = prefix;
  }

  /** Its answer to {@code -version}, {@code -encoders}, … */
  String answer(String option) {
    String file = prefix + option + ".txt";
    try (InputStream stream = Recorded.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
