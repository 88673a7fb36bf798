package org.dffmpeg.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {
  @TempDir Path scratch;
  private Path home;
  private Path work;

  @BeforeEach
  void make_directories() throws IOException {
    home = Files.createDirectories(scratch.resolve("home/.config/dffmpeg")).resolve("../..");
    work = Files.createDirectory(scratch.resolve("work"));
  }

  @Test
  void the_file_is_searched_in_the_protocol_s_order() throws IOException {
    Path explicit = write(scratch.resolve("explicit.yaml"), "explicit");
    Path variable = write(scratch.resolve("variable.yaml"), "variable");
    write(work.resolve("dffmpeg-client.yaml"), "work");
    write(home.resolve(".config/dffmpeg/client.yaml"), "home");
    Map<String, String> environment = Map.of("DFFMPEG_CLIENT_CONFIG", variable.toString());

    assertThat(from(explicit, environment)).isEqualTo("explicit");
    assertThat(from(null, environment)).isEqualTo("variable");
    assertThat(from(null, Map.of())).isEqualTo("work");
    Files.delete(work.resolve("dffmpeg-client.yaml"));
    assertThat(from(null, Map.of())).isEqualTo("home");
  }

  @Test
  void a_named_file_must_exist() {
    assertThat(failure(scratch.resolve("nowhere.yaml"), Map.of()))
        .hasMessage(scratch.resolve("nowhere.yaml") + ": no such file");
    assertThat(failure(null, Map.of("DFFMPEG_CLIENT_CONFIG", "gone.yaml")))
        .hasMessage(work.resolve("gone.yaml") + ": no such file");
  }

  @Test
  void without_a_file_the_places_searched_are_named() {
    SettingsReader settings = load(null, Map.of());
    settings.requiredText("client_id");

    assertThat(settings.file()).isEmpty();
    assertThat(catchThrowableOfType(ConfigurationException.class, settings::finish))
        .hasMessageContaining("no configuration file")
        .hasMessageContaining(work.resolve("dffmpeg-client.yaml").toString())
        .hasMessageContaining("client_id: missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "null\n"})
  void a_file_that_says_nothing_is_no_problem(String yaml) throws IOException {
    Path file = scratch.resolve("x.yaml");
    Files.writeString(file, yaml);

    load(file, Map.of()).finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: b: c",
        "\tx: 1",
        "a: &x 1\nb: *y",
        "{a: 1",
        "a: 'x",
        "a: 1\n---\nb: 2"
      })
  void what_is_not_yaml_is_told_with_its_line(String yaml) throws IOException {
    Path file = scratch.resolve("x.yaml");
    Files.writeString(file, yaml);

    assertThat(failure(file, Map.of())).hasMessageMatching("(?s).*x\\.yaml:\\d+: not YAML: .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"just text", "- a\n- b\n", "7"})
  void what_is_no_mapping_is_refused(String yaml) throws IOException {
    Path file = scratch.resolve("x.yaml");
    Files.writeString(file, yaml);

    assertThat(failure(file, Map.of())).hasMessage(file + ":1: expected 'key: value' lines");
  }

  @Test
  void what_is_not_utf8_or_no_file_is_refused() throws IOException {
    Path file = scratch.resolve("x.yaml");
    Files.write(file, "key: ü".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(failure(file, Map.of())).hasMessage(file + ": not UTF-8");
    assertThat(failure(scratch, Map.of())).hasMessage(scratch + ": cannot be read");
  }

  @Test
  void a_process_has_surroundings_of_its_own() throws IOException {
    Path file = write(scratch.resolve("x.yaml"), "here");

    assertThat(SettingsSource.ofProcess("nobody", file).text("name")).contains("here");
  }

  private static Path write(Path file, String name) throws IOException {
    return Files.writeString(file, "name: " + name + "\n");
  }

  private String from(@Nullable Path explicit, Map<String, String> environment) {
    return load(explicit, environment).text("name", "");
  }

  private ConfigurationException failure(@Nullable Path file, Map<String, String> environment) {
    return catchThrowableOfType(ConfigurationException.class, () -> load(file, environment));
  }

  private SettingsReader load(@Nullable Path explicit, Map<String, String> environment) {
    return SettingsSource.load("client", explicit, environment, work, home);
  }
}
