package org.dffmpeg.client.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.cli.config.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminIdentityTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final AdminTarget UNSAID =
      new AdminTarget(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir private Path here;

  @Test
  void a_data_directory_means_localadmin_on_this_machine() throws IOException {
    dataDirectory("data");

    ClientSettings settings = settings(withData("data"), Map.of());

    assertThat(settings.clientId().value()).isEqualTo("localadmin");
    assertThat(settings.key().toBase64()).isEqualTo(KEY);
    assertThat(settings.coordinators()).containsExactly(URI.create("http://127.0.0.1:8000"));
  }

  @Test
  void the_environment_names_directory_and_coordinators() throws IOException {
    Path data = dataDirectory("data");

    ClientSettings settings =
        settings(
            UNSAID,
            Map.of(
                "DFFMPEG_DATA_DIR",
                data.toString(),
                "DFFMPEG_COORDINATOR_URL",
                "http://127.0.0.1:9000, http://other:1"));

    assertThat(settings.coordinators())
        .containsExactly(URI.create("http://127.0.0.1:9000"), URI.create("http://other:1"));
  }

  @Test
  void localadmin_may_be_told_whom_to_trust() throws IOException {
    dataDirectory("data");
    AdminTarget said =
        new AdminTarget(
            List.of(),
            Optional.of(Path.of("data")),
            Optional.empty(),
            Optional.of(Path.of("/said.pem")));
    Map<String, String> environment = Map.of("DFFMPEG_COORDINATOR_CA_FILE", "ca.pem");

    assertThat(settings(withData("data"), environment).caFile()).contains(here.resolve("ca.pem"));
    assertThat(settings(said, environment).caFile()).contains(Path.of("/said.pem"));
  }

  @Test
  void the_command_line_wins_over_the_environment() throws IOException {
    dataDirectory("data");
    URI said = URI.create("https://other:1/x");

    ClientSettings settings =
        settings(
            new AdminTarget(
                List.of(said), Optional.of(Path.of("data")), Optional.empty(), Optional.empty()),
            Map.of("DFFMPEG_DATA_DIR", "/nowhere", "DFFMPEG_COORDINATOR_URL", "http://no"));

    assertThat(settings.coordinators()).containsExactly(said);
  }

  @Test
  void settings_that_were_named_win_over_a_directory_of_the_environment() throws IOException {
    Path file = here.resolve("boss.yaml");
    Files.writeString(file, "client_id: boss\nhmac_key: " + KEY + "\n");
    AdminTarget target =
        new AdminTarget(List.of(), Optional.empty(), Optional.of(file), Optional.empty());

    assertThat(settings(target, Map.of("DFFMPEG_DATA_DIR", "/nowhere")).clientId().value())
        .isEqualTo("boss");
  }

  @Test
  void the_usual_data_directory_beside_the_caller_is_found() throws IOException {
    dataDirectory("dffmpeg-data");

    assertThat(settings(UNSAID, Map.of()).clientId().value()).isEqualTo("localadmin");
  }

  @Test
  void a_directory_without_key_is_told_in_one_line() {
    assertThatThrownBy(() -> settings(withData("data"), Map.of()))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("there is no " + here.resolve("data").resolve("localadmin.key"))
        .message()
        .hasLineCount(1);
  }

  private static AdminTarget withData(String directory) {
    return new AdminTarget(
        List.of(), Optional.of(Path.of(directory)), Optional.empty(), Optional.empty());
  }

  private ClientSettings settings(AdminTarget target, Map<String, String> environment) {
    return new AdminIdentity(target, new Surroundings(environment, here)).settings();
  }

  private Path dataDirectory(String name) throws IOException {
    Path data = Files.createDirectories(here.resolve(name));
    Files.writeString(data.resolve("localadmin.key"), KEY + "\n");
    return data;
  }
}
