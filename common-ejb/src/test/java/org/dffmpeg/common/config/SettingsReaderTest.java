package org.dffmpeg.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = directory.resolve("dffmpeg-test.yaml");
  }

  @Test
  void values_are_read_by_type() throws IOException {
    SettingsReader settings =
        given(
            """
            name: 12345
            port: 8001
            ratio: .5
            on: yes
            wait: 2.5
            file: sub/x
            list: [a, b]
            nested:
              deep: {value: 7}
            """);

    assertThat(settings.text("name", "")).isEqualTo("12345");
    assertThat(settings.integer("port", 1, 1, 65_535)).isEqualTo(8001);
    assertThat(settings.number("ratio", 1, 0, 1)).isEqualTo(0.5);
    assertThat(settings.flag("on", false)).isTrue();
    assertThat(settings.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)))
        .isEqualTo(Duration.ofMillis(2500));
    assertThat(settings.path("file")).contains(directory.resolve("sub/x"));
    assertThat(settings.texts("list", List.of())).containsExactly("a", "b");
    assertThat(settings.section("nested").section("deep").integer("value", 0, 0, 9)).isEqualTo(7);
    settings.finish();
  }

  @Test
  void absent_and_empty_keys_take_the_default() throws IOException {
    SettingsReader settings = given("port:\n");

    assertThat(settings.integer("port", 8000, 1, 65_535)).isEqualTo(8000);
    assertThat(settings.text("name")).isEmpty();
    assertThat(settings.texts("list", List.of("x"))).containsExactly("x");
    assertThat(settings.section("nested").flag("on", true)).isTrue();
    settings.finish();
  }

  @Test
  void all_problems_are_reported_at_once_with_file_line_and_key() throws IOException {
    SettingsReader settings =
        given(
            """
            port: 99999
            on: perhaps
            prot: 1
            nested:
              wait: soon
              typo: 1
            nested: {}
            list:
              - [a]
            """);
    settings.integer("port", 1, 1, 65_535);
    settings.flag("on", false);
    settings.section("nested").duration("wait", second(), second(), Duration.ofSeconds(9));
    settings.section("nested").text("type");
    settings.texts("list", List.of());
    settings.requiredText("name");

    assertThat(problems(settings))
        .containsExactlyInAnyOrder(
            file + ":1: port: expected a whole number from 1 to 65535, not '99999'",
            file + ":2: on: expected true or false, not 'perhaps'",
            file + ":3: prot: unknown key (did you mean 'port'?)",
            file + ":5: nested.wait: expected seconds from 1 to 9, not 'soon'",
            file + ":6: nested.typo: unknown key (did you mean 'type'?)",
            file + ":7: nested: given twice, first in line 4",
            file + ":9: list: expected a list of texts",
            file + ": name: missing");
  }

  @Test
  void the_environment_lies_over_the_file() throws IOException {
    Files.writeString(file, "port: 1\nnested: {value: x}\nlist: [a]\n");
    SettingsReader settings =
        load(
            Map.of(
                "DFFMPEG_PORT",
                "2",
                "DFFMPEG_NESTED_VALUE",
                "y",
                "DFFMPEG_LIST",
                "b, c",
                "DFFMPEG_NAME",
                ""));

    assertThat(settings.integer("port", 0, 0, 9)).isEqualTo(2);
    assertThat(settings.section("nested").text("value")).contains("y");
    assertThat(settings.texts("list", List.of())).containsExactly("b", "c");
    assertThat(settings.text("name")).isEmpty();
  }

  @Test
  void a_wrong_variable_is_named() {
    SettingsReader settings = load(Map.of("DFFMPEG_PORT", "http"));
    settings.integer("port", 0, 0, 9);

    assertThat(problems(settings))
        .containsExactly(
            "environment DFFMPEG_PORT: port: expected a whole number from 0 to 9, not 'http'");
  }

  @Test
  void a_list_of_sections_takes_bare_texts_for_short() throws IOException {
    SettingsReader settings = given("mounts:\n  - /a\n  - path: /b\n    extra: x\n");
    List<SettingsReader> mounts = settings.sections("mounts", "path");

    assertThat(mounts).extracting(mount -> mount.requiredText("path")).containsExactly("/a", "/b");
    assertThat(problems(settings)).containsExactly(file + ":4: mounts[1].extra: unknown key");
  }

  @Test
  void a_secret_comes_from_its_file_first_and_is_never_shown() throws IOException {
    Files.writeString(directory.resolve("pw"), " from-file \n");
    SettingsReader settings = given("password: in-file\npassword_file: pw\n");
    Secret secret = settings.secret("password").orElseThrow();

    assertThat(secret.text()).isEqualTo("from-file");
    assertThat(secret).hasToString("***");
    settings.finish();
  }

  @Test
  void a_secret_file_that_is_not_there_is_a_problem() throws IOException {
    SettingsReader settings = given("password_file: nowhere\n");

    assertThat(settings.secret("password")).isEmpty();
    assertThat(problems(settings))
        .containsExactly(
            file + ":1: password_file: cannot read a secret from " + directory.resolve("nowhere"));
  }

  @Test
  void an_empty_secret_file_is_a_problem_too() throws IOException {
    Files.writeString(directory.resolve("pw"), "\n");
    SettingsReader settings = given("password_file: pw\n");

    assertThat(settings.secret("password")).isEmpty();
    assertThat(problems(settings)).singleElement().asString().contains("cannot read a secret");
  }

  @Test
  void a_list_or_mapping_in_the_wrong_place_is_told() throws IOException {
    SettingsReader settings =
        given("port: [1]\nnested: 7\nlist: {a: 1}\nmounts:\n  - [x]\n? [k]\n: 1\n");
    settings.integer("port", 0, 0, 9);
    settings.section("nested");
    settings.texts("list", List.of());
    settings.sections("mounts", "path").forEach(mount -> mount.requiredText("path"));

    assertThat(problems(settings))
        .containsExactlyInAnyOrder(
            file + ":1: port: expected a whole number from 0 to 9",
            file + ":2: nested: expected 'key: value' lines below it",
            file + ":3: list: expected a list",
            file + ":5: mounts[0]: expected 'key: value' lines or a text",
            file + ":6: ?: expected a plain key");
  }

  @Test
  void ignored_keys_are_known() throws IOException {
    SettingsReader settings = given("dev_mode: true\n");
    settings.ignore("dev_mode");

    settings.finish();
  }

  @Test
  void a_caller_s_own_check_points_at_the_line() throws IOException {
    SettingsReader settings = given("\nleast: 9\n");
    settings.integer("least", 0, 0, 9);
    settings.problem("least", "more than the most");
    settings.problem("absent", "needed with least");

    assertThat(problems(settings))
        .containsExactly(
            file + ":2: least: more than the most", file + ": absent: needed with least");
  }

  @Test
  void a_word_is_one_of_a_few() throws IOException {
    SettingsReader settings = given("a: x\nb: z\nn: 7.5\n");

    assertThat(settings.oneOf("a", "y", List.of("x", "y"))).isEqualTo("x");
    assertThat(settings.oneOf("b", "y", List.of("x", "y"))).isEqualTo("y");
    assertThat(settings.number("n", 1, 0.5, 7)).isEqualTo(1);
    assertThat(problems(settings))
        .containsExactly(
            file + ":2: b: expected one of x, y, not 'z'",
            file + ":3: n: expected a number from 0.5 to 7, not '7.5'");
  }

  @Test
  void a_size_is_a_number_of_bytes_or_of_powers_of_1024() throws IOException {
    SettingsReader settings =
        given("a: 7\nb: 512K\nc: 64m\nd: 2G\ne: 1T\nf: 1X\ng: M\nh: 9000000T\n");

    assertThat(List.of("a", "b", "c", "d", "e").stream().map(key -> size(settings, key)))
        .containsExactly(7L, 512L << 10, 64L << 20, 2L << 30, 1L << 40);
    assertThat(List.of("f", "g", "h").stream().map(key -> size(settings, key))).containsOnly(100L);
    assertThat(problems(settings))
        .containsExactly(
            file + ":6: f: expected bytes from 1 to 8T, as 512K, 64M or 2G, not '1X'",
            file + ":7: g: expected bytes from 1 to 8T, as 512K, 64M or 2G, not 'M'",
            file + ":8: h: expected bytes from 1 to 8T, as 512K, 64M or 2G, not '9000000T'");
  }

  private static long size(SettingsReader settings, String key) {
    return settings.size(key, 100, 1, 8L << 40);
  }

  private static Duration second() {
    return Duration.ofSeconds(1);
  }

  private static List<String> problems(SettingsReader settings) {
    return catchThrowableOfType(ConfigurationException.class, settings::finish).problems();
  }

  private SettingsReader given(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return load(Map.of());
  }

  private SettingsReader load(Map<String, String> environment) {
    return SettingsSource.load(
        "test", Files.exists(file) ? file : null, environment, directory, directory);
  }
}
