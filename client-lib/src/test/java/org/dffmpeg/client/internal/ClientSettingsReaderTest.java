package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.common.config.SettingsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsReaderTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir private Path directory;

  @Test
  void every_key_has_a_place_in_the_settings() throws IOException {
    Files.writeString(directory.resolve("media.key"), KEY + "\n");

    ClientSettings settings =
        read(
            Map.of(),
            "client_id: media1",
            "hmac_key_file: media.key",
            "job_heartbeat_interval: 7",
            "coordinator: {scheme: https, host: media, port: 8443, path_base: api/v1}",
            "paths: {Movies: " + directory + ", TV: /mnt/tv}",
            "transports:",
            "  enabled_transports: [http_polling]",
            "  transport_settings: {http_polling: {poll_wait: 9, streaming: false}}");

    assertThat(settings.clientId().value()).isEqualTo("media1");
    assertThat(settings.key().toBase64()).isEqualTo(KEY);
    assertThat(settings.coordinators()).containsExactly(URI.create("https://media:8443/api/v1"));
    assertThat(settings.heartbeatInterval()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.paths()).containsOnlyKeys("Movies", "TV");
    assertThat(settings.pollWait()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.streaming()).isFalse();
  }

  @Test
  void a_name_and_a_key_are_enough() throws IOException {
    ClientSettings settings = read(Map.of(), "client_id: media1", "hmac_key: " + KEY);

    assertThat(settings.coordinators()).containsExactly(URI.create("http://localhost:8000"));
    assertThat(settings.heartbeatInterval()).isEqualTo(Duration.ZERO);
    assertThat(settings.streaming()).isTrue();
    assertThat(settings.toString()).doesNotContain(KEY);
  }

  @Test
  void the_environment_alone_is_enough() {
    ClientSettings settings =
        ClientSettingsReader.read(
            SettingsSource.load(
                "client",
                null,
                Map.of(
                    "DFFMPEG_CLIENT_ID", "media2",
                    "DFFMPEG_HMAC_KEY", KEY,
                    "DFFMPEG_COORDINATOR_URL", "https://media/x"),
                directory,
                directory));

    assertThat(settings.clientId().value()).isEqualTo("media2");
    assertThat(settings.coordinators()).containsExactly(URI.create("https://media:443/x"));
  }

  @Test
  void several_coordinators_keep_their_order() throws IOException {
    ClientSettings settings =
        read(
            Map.of(),
            "client_id: media1",
            "hmac_key: " + KEY,
            "coordinators: ['http://b:8000', 'http://a:8000/x']");

    assertThat(settings.coordinators())
        .containsExactly(URI.create("http://b:8000"), URI.create("http://a:8000/x"));
  }

  @Test
  void every_problem_is_told_at_once() {
    assertThatThrownBy(
            () -> read(Map.of(), "clientid: media1", "job_heartbeat_interval: 0", "hmac_key: x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("clientid: unknown key")
        .hasMessageContaining("job_heartbeat_interval")
        .hasMessageContaining("hmac_key");
  }

  private ClientSettings read(Map<String, String> environment, String... lines) throws IOException {
    Path file = Files.writeString(directory.resolve("client.yaml"), String.join("\n", lines));
    return ClientSettingsReader.read(
        SettingsSource.load("client", file, environment, directory, directory));
  }
}
