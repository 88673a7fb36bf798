package org.dffmpeg.client.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.dffmpeg.common.signing.SigningKey;

/**
 * Plays one whole exchange against a {@link StageCoordinator} in the same process, so that the JVM
 * which records the proxy's class archive has loaded every class that a real one needs. Started in
 * an empty directory of its own, where the proxy then finds its settings by searching.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Ends the process with 0 if the exchange went as it should. */
  public static void main(String[] arguments) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    try (StageCoordinator stage = StageCoordinator.open()) {
      writeSettings(here, stage.port());
      System.exit(ProxyMain.run(List.of("ffprobe", "-i", here.resolve("in.mkv").toString())));
    }
  }

  private static void writeSettings(Path directory, int port) throws IOException {
    Files.writeString(
        directory.resolve("rehearsal.key"), SigningKey.random(new SecureRandom()).toBase64());
    Files.write(
        directory.resolve("dffmpeg-client.yaml"),
        List.of(
            "client_id: rehearsal",
            "hmac_key_file: rehearsal.key",
            "coordinator:",
            "  host: 127.0.0.1",
            "  port: " + port,
            "paths:",
            "  Rehearsal: \"" + directory + "\""));
  }
}
