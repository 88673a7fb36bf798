package org.dffmpeg.client.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.common.signing.SigningKey;

/**
 * Plays one whole exchange against a {@link StageCoordinator} in the same process, so that the JVM
 * which records the proxy's class archive has loaded every class that a real one needs.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Ends the process with 0 if the exchange went as it should. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createTempDirectory("dffmpeg-rehearsal");
    Path settings = directory.resolve("client.yaml");
    try (StageCoordinator stage = StageCoordinator.open()) {
      Files.writeString(settings, yaml(stage.port(), directory));
      System.exit(play(settings, directory));
    } finally {
      Files.deleteIfExists(settings);
      Files.deleteIfExists(directory);
    }
  }

  private static int play(Path settings, Path directory) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Proxy proxy = new Proxy(() -> ClientSettings.load(Optional.of(settings)), nowhere, nowhere);
    String input = directory.resolve("in.mkv").toString();
    return proxy.run(ProxyInvocation.of(List.of("ffprobe", "-i", input), directory));
  }

  private static String yaml(int port, Path directory) {
    String key = SigningKey.random(new SecureRandom()).toBase64();
    return String.join(
        "\n",
        "client_id: rehearsal",
        "hmac_key: \"" + key + "\"",
        "coordinator:",
        "  host: 127.0.0.1",
        "  port: " + port,
        "paths:",
        "  Rehearsal: \"" + directory + "\"",
        "");
  }
}
