package org.dffmpeg.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.testing.SignatureVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients and workers share (PROTOCOL 4, 18). */
class PeerSettingsTest {
  private static final String KEY = SignatureVectors.KEY_TEXT;
  private static final String ANOTHER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir Path directory;

  @Test
  void an_old_file_with_the_least_is_enough() throws IOException {
    SettingsReader settings =
        given("client_id: c1\nhmac_key: " + KEY + "\ncoordinator:\n  host: h\n  port: 8001\n");
    PeerIdentity identity = PeerIdentity.read(settings);
    Coordinators coordinators = Coordinators.read(settings);
    settings.finish();

    assertThat(identity.clientId()).isEqualTo(new ClientId("c1"));
    assertThat(identity.key().toBase64()).isEqualTo(KEY);
    assertThat(coordinators).hasToString("http://h:8001");
  }

  @Test
  void a_key_file_beats_the_key_also_that_of_the_environment() throws IOException {
    Files.writeString(directory.resolve("the.key"), KEY + "\n");
    SettingsReader settings =
        given(
            "client_id: c1\nhmac_key: " + ANOTHER + "\nhmac_key_file: the.key\n",
            Map.of("DFFMPEG_HMAC_KEY", ANOTHER, "DFFMPEG_CLIENT_ID", "c2"));
    PeerIdentity identity = PeerIdentity.read(settings);
    settings.finish();

    assertThat(identity.clientId()).isEqualTo(new ClientId("c2"));
    assertThat(identity.key().toBase64()).isEqualTo(KEY);
  }

  @Test
  void the_environment_alone_is_enough() {
    SettingsReader settings =
        SettingsSource.load(
            "client",
            null,
            Map.of(
                "DFFMPEG_CLIENT_ID", "c",
                "DFFMPEG_HMAC_KEY", KEY,
                "DFFMPEG_COORDINATOR_URL", "https://h/api/v1/"),
            directory,
            directory);

    assertThat(PeerIdentity.read(settings).key().toBase64()).isEqualTo(KEY);
    assertThat(Coordinators.read(settings)).hasToString("https://h:443/api/v1");
    settings.finish();
  }

  @Test
  void what_is_missing_is_told_together() throws IOException {
    SettingsReader settings = given("coordinator: {port: 0, scheme: ftp, ca_file: none.pem}\n");
    PeerIdentity.read(settings);
    Coordinators.read(settings);

    assertThat(problems(settings))
        .hasSize(5)
        .anyMatch(line -> line.endsWith(": client_id: missing"))
        .anyMatch(line -> line.contains("hmac_key: missing, expected hmac_key or hmac_key_file"))
        .anyMatch(line -> line.contains(":1: coordinator.port: expected a whole number"))
        .anyMatch(line -> line.contains("coordinator.scheme: expected one of http, https"))
        .anyMatch(line -> line.contains("coordinator.ca_file: cannot be read"));
  }

  @Test
  void a_wrong_key_is_told_but_not_shown() throws IOException {
    SettingsReader settings = given("client_id: c\nhmac_key: secret-but-short\n");
    PeerIdentity.read(settings);

    assertThat(problems(settings))
        .singleElement()
        .asString()
        .contains(":2: hmac_key: the key is URL-safe base64 of 16 characters")
        .doesNotContain("secret-but-short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/v1", "/api/v1", "/api/v1/", "//api/v1//"})
  void a_path_base_may_have_slashes_or_not(String pathBase) {
    assertThat(new CoordinatorAddress("HTTP", "h", 1, pathBase).baseUrl())
        .isEqualTo("http://h:1/api/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h, http://h:80",
    "https://h, https://h:443",
    "http://h:8000, http://h:8000",
    "http://h:8000/, http://h:8000",
    "http://h:8000/a/b/, http://h:8000/a/b",
    "http://[::1]:8000/x, http://[::1]:8000/x",
    "http://media_1, http://media_1:80"
  })
  void a_url_is_taken_apart(String url, String baseUrl) {
    assertThat(CoordinatorAddress.ofUrl(url).baseUrl()).isEqualTo(baseUrl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h:8000", "ftp://h", "http://", "http:// h", "", "//h", "http://h:99999"})
  void what_is_no_url_is_refused(String url) {
    assertThatThrownBy(() -> CoordinatorAddress.ofUrl(url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_url_in_the_environment_is_named() throws IOException {
    SettingsReader settings = given("", Map.of("DFFMPEG_COORDINATOR_URL", "somewhere"));
    Coordinators.read(settings);

    assertThat(problems(settings))
        .containsExactly(
            "environment DFFMPEG_COORDINATOR_URL: expected http[s]://host[:port][/path],"
                + " not 'somewhere'");
  }

  @Test
  void several_coordinators_are_a_list_and_share_the_ca_file() throws IOException {
    Path pem = Files.createFile(directory.resolve("ca.pem"));
    SettingsReader settings =
        given("coordinators: ['https://a:8443', 'https://b/x']\ncoordinator: {ca_file: ca.pem}\n");
    Coordinators coordinators = Coordinators.read(settings);
    settings.finish();

    assertThat(coordinators).hasToString("https://a:8443, https://b:443/x");
    assertThat(coordinators.caFile()).contains(pem);
  }

  @ParameterizedTest
  @CsvSource({
    "DFFMPEG_COORDINATOR_URL, coordinator: {host: h}",
    "DFFMPEG_COORDINATOR_URL, coordinators: http://h",
    "DFFMPEG_COORDINATORS, coordinators: http://h",
  })
  void the_environment_may_name_several_too(String variable, String yaml) throws IOException {
    SettingsReader settings = given(yaml + "\n", Map.of(variable, "http://a:1, http://b:2"));

    assertThat(Coordinators.read(settings)).hasToString("http://a:1, http://b:2");
    settings.finish();
  }

  @Test
  void one_coordinator_and_several_contradict_each_other() throws IOException {
    SettingsReader settings = given("coordinator:\n  host: h\ncoordinators: ['http://a']\n");
    Coordinators.read(settings);

    assertThat(problems(settings))
        .singleElement()
        .asString()
        .endsWith(
            ":3: coordinators: expected without coordinator.scheme, .host, .port and .path_base"
                + " beside it");
  }

  @Test
  void a_list_needs_urls_and_at_least_one() throws IOException {
    SettingsReader wrong = given("coordinators: ['http://a', somewhere]\n");
    Coordinators.read(wrong);
    SettingsReader empty = given("coordinators: []\n");
    Coordinators.read(empty);

    assertThat(problems(wrong))
        .singleElement()
        .asString()
        .endsWith(":1: coordinators: expected http[s]://host[:port][/path], not 'somewhere'");
    assertThat(problems(empty))
        .singleElement()
        .asString()
        .endsWith(":1: coordinators: expected at least one URL");
  }

  @Test
  void transports_have_defaults_and_ignore_those_of_others() throws IOException {
    SettingsReader settings =
        given(
            """
            transports:
              enabled_transports: []
              defaults: {x: 1}
              transport_settings:
                mqtt: {host: h}
                http_polling: {poll_wait: 7, streaming: false}
            """);
    TransportSettings transports = TransportSettings.read(settings);
    settings.finish();

    assertThat(transports)
        .isEqualTo(new TransportSettings(List.of("http_polling"), Duration.ofSeconds(7), false));
    assertThat(TransportSettings.read(given(""))).isEqualTo(TransportSettings.DEFAULTS);
  }

  @Test
  void a_transport_that_we_do_not_speak_is_a_problem() throws IOException {
    SettingsReader settings = given("transports: {enabled_transports: [carrier_pigeon]}\n");
    TransportSettings.read(settings);

    assertThat(problems(settings)).singleElement().asString().contains("carrier_pigeon");
  }

  @Test
  void path_variables_keep_the_order_of_the_file() throws IOException {
    SettingsReader settings = given("paths:\n  TV Shows: /b\n  Movies: /a/\n");

    assertThat(PathSettings.read(settings).directories())
        .containsExactly(Map.entry("TV Shows", Path.of("/b")), Map.entry("Movies", Path.of("/a")));
    settings.finish();
  }

  @Test
  void path_variables_need_plain_names_and_absolute_directories() throws IOException {
    SettingsReader settings = given("paths:\n  a/b: /x\n  M: relative\n  L: [1]\n");
    PathSettings.read(settings);

    assertThat(problems(settings))
        .hasSize(3)
        .anyMatch(line -> line.contains(":2: paths.a/b: expected a name without '/'"))
        .anyMatch(line -> line.contains(":3: paths.M: expected an absolute path, not 'relative'"))
        .anyMatch(line -> line.contains(":4: paths.L: expected a text"));
  }

  private static List<String> problems(SettingsReader settings) {
    return catchThrowableOfType(ConfigurationException.class, settings::finish).problems();
  }

  private SettingsReader given(String yaml) throws IOException {
    return given(yaml, Map.of());
  }

  private SettingsReader given(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("x.yaml"), yaml);
    return SettingsSource.load("client", file, environment, directory, directory);
  }
}
