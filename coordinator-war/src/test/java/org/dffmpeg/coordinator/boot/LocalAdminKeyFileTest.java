package org.dffmpeg.coordinator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.dffmpeg.common.signing.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAdminKeyFileTest {
  @TempDir private Path directory;
  private final SecureRandom random = new SecureRandom();
  private final SigningKey key = SigningKey.random(random);

  @Test
  void another_key_in_the_file_is_replaced() {
    LocalAdminKeyFile file = file();
    file.write(SigningKey.random(random));

    file.refresh(key);

    assertThat(file.file()).hasContent(key.toBase64());
  }

  @Test
  void no_file_appears_where_there_was_none() {
    file().refresh(key);

    assertThat(directory).isEmptyDirectory();
  }

  private LocalAdminKeyFile file() {
    return new LocalAdminKeyFile(directory.resolve("localadmin.key"));
  }
}
