package org.dffmpeg.common.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of PROTOCOL 17, and the rows that we invert: slashes at the end, {@code /}, links. */
class PathTablesTest {
  private static final String MOVIES = "Movies=/mnt/media/movies";
  private static final String BOTH = "All=/mnt/media Movies=/mnt/media/movies";

  @TempDir Path scratch;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        MOVIES + "  | /mnt/media/movies/a.mkv         | $Movies/a.mkv      | Movies",
        MOVIES + "  | /mnt/media/movies               | $Movies            | Movies",
        BOTH + "    | /mnt/media/other/f              | $All/other/f       | All",
        BOTH + "    | file:/mnt/media/movies/a        | file:$Movies/a     | Movies",
        "M=/data    | file:///data/a.mkv              | file:$M/a.mkv      | M",
        "M=/data    | /data//x/./a.mkv                | $M/x/a.mkv         | M",
        "M=/data    | /data/%d.ts                     | $M/%d.ts           | M",
        "M=/data    | /data/a/../b                    | $M/b               | M",
        "M=/data/   | /data/a.mkv                     | $M/a.mkv           | M",
        "M=/data/   | /data                           | $M                 | M",
        "M=/data    | /data/x/                        | $M/x/              | M",
        "R=/        | /data/a.mkv                     | $R/data/a.mkv      | R",
        "R=/        | /                               | $R                 | R",
        "A=/x B=/x  | /x/f                            | $A/f               | A",
        "R=/ D=/dev/shm | /dev/shm/f                  | $D/f               | D",
      })
  void what_is_below_a_directory_is_mapped(
      String map, String argument, String sent, String variable) {
    assertThat(ArgumentRewriter.toLogical(map(map), argument))
        .isEqualTo(new Rewrite.Mapped(argument, sent, variable));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        MOVIES + " | /mnt/media/movies-animated/a       | true",
        "M=/data   | /data/../etc/passwd                | true",
        "M=/data   | concat:/data/a/data/b              | false",
        "M=/data   | subtitles=/data/x.ass              | false",
        "M=/data   | data/a.mkv                         | false",
        "M=/data   | http://data/a                      | false",
        "M=/data   | -i                                 | false",
        "M=/data   | /dev/null                          | false",
        "R=/       | /dev/dri/renderD128                | false",
        "R=/       | /proc/cpuinfo                      | true",
      })
  void the_rest_is_sent_as_it_is(String map, String argument, boolean looksLikePath) {
    assertThat(ArgumentRewriter.toLogical(map(map), argument))
        .isEqualTo(new Rewrite.Unmapped(argument, looksLikePath));
  }

  @Test
  void concat_lists_are_not_touched() {
    String argument = "concat:/data/a|/data/b";

    assertThat(ArgumentRewriter.toLogical(map("M=/data"), argument))
        .isEqualTo(new Rewrite.Unmapped(argument, false));
  }

  @Test
  void a_linked_directory_matches_under_both_names() throws IOException {
    Path real = Files.createDirectory(scratch.toRealPath().resolve("real"));
    Path link = Files.createSymbolicLink(scratch.resolve("link"), real);
    PathMap map = PathMap.of(Map.of("M", link));

    for (String argument : new String[] {link + "/a.mkv", real + "/a.mkv"}) {
      assertThat(ArgumentRewriter.toLogical(map, argument))
          .isEqualTo(new Rewrite.Mapped(argument, "$M/a.mkv", "M"));
    }
  }

  @Test
  void a_link_below_a_directory_counts_where_it_leads() throws IOException {
    Path media = Files.createDirectory(scratch.resolve("media"));
    Path store = Files.createDirectory(scratch.resolve("store"));
    Files.createSymbolicLink(media.resolve("film"), store.resolve("f.mkv"));
    Map<String, Path> directories = new LinkedHashMap<>();
    directories.put("Media", media);

    assertThat(ArgumentRewriter.toLogical(PathMap.of(directories), media + "/film"))
        .isEqualTo(new Rewrite.Unmapped(media + "/film", true));

    directories.put("Store", store);
    assertThat(ArgumentRewriter.toLogical(PathMap.of(directories), media + "/film"))
        .isEqualTo(new Rewrite.Mapped(media + "/film", "$Store/f.mkv", "Store"));
  }

  @Test
  void links_in_a_circle_end() throws IOException {
    Path one = scratch.resolve("one");
    Path two = scratch.resolve("two");
    Files.createSymbolicLink(one, two);
    Files.createSymbolicLink(two, one);

    assertThat(ArgumentRewriter.toLogical(PathMap.of(Map.of("M", scratch)), one + "/x"))
        .isInstanceOfSatisfying(
            Rewrite.Mapped.class, mapped -> assertThat(mapped.text()).startsWith("$M/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M=/srv/m  | $M             | /srv/m",
        "M=/srv/m  | $M/            | /srv/m/",
        "M=/srv/m  | $M/x           | /srv/m/x",
        "M=/srv/m  | file:$M/x      | file:/srv/m/x",
        "M=/srv/m  | $M/a/../b      | /srv/m/a/../b",
        "M=/srv/m/ | $M/x           | /srv/m/x",
        "M=/       | $M/x           | /x",
        "M=/       | $M/            | /",
        "M=/       | $M             | /",
      })
  void the_worker_puts_its_directory_in(String map, String argument, String local) {
    assertThat(ArgumentRewriter.toLocal(map(map), Set.of("M"), argument))
        .isEqualTo(new Rewrite.Mapped(argument, local, "M"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"$Mx/y", "pre$M/x", "$N/x", "$", "$/x", "file:", "M/x", "-vf", "$(M)/x"})
  void the_worker_leaves_what_is_no_declared_variable(String argument) {
    assertThat(ArgumentRewriter.toLocal(map("M=/srv/m N=/srv/n"), Set.of("M", "Mx"), argument))
        .isEqualTo(new Rewrite.Unmapped(argument, false));
  }

  @Test
  void the_worker_takes_no_variable_behind_slashes() {
    assertThat(ArgumentRewriter.toLocal(map("M=/srv/m"), Set.of("M"), "file://$M/x"))
        .isEqualTo(new Rewrite.Unmapped("file://$M/x", true));
  }

  @ParameterizedTest
  @CsvSource({
    "$M/../../etc/passwd",
    "$M/..",
    "$M/a/../../x",
    "file:$M/../x",
    "$M/../m-other/x",
    "$M/./../../srv"
  })
  void the_worker_refuses_what_leaves_the_directory(String argument) {
    assertThat(ArgumentRewriter.toLocal(map("M=/srv/m"), Set.of("M"), argument))
        .isInstanceOf(Rewrite.Refused.class)
        .extracting(Rewrite::original)
        .isEqualTo(argument);
  }

  @Test
  void the_worker_refuses_what_leaves_by_a_link() throws IOException {
    Path root = Files.createDirectory(scratch.resolve("m"));
    Files.createSymbolicLink(
        root.resolve("out"), Files.createDirectory(scratch.resolve("elsewhere")));
    Files.createSymbolicLink(root.resolve("dangling"), Path.of("../new-file"));
    PathMap map = PathMap.of(Map.of("M", root));

    for (String argument : new String[] {"$M/out/passwd", "$M/out", "$M/dangling"}) {
      assertThat(ArgumentRewriter.toLocal(map, Set.of("M"), argument))
          .isInstanceOfSatisfying(
              Rewrite.Refused.class,
              refused -> assertThat(refused.reason()).contains("outside", "$M"));
    }
  }

  @Test
  void the_worker_allows_links_that_stay_and_linked_directories() throws IOException {
    Path real = Files.createDirectory(scratch.resolve("real"));
    Path root = Files.createSymbolicLink(scratch.resolve("m"), real);
    Files.createSymbolicLink(real.resolve("inner"), Path.of("film.mkv"));

    assertThat(ArgumentRewriter.toLocal(PathMap.of(Map.of("M", root)), Set.of("M"), "$M/inner"))
        .isEqualTo(new Rewrite.Mapped("$M/inner", root + "/inner", "M"));
  }

  @Test
  void a_name_that_no_file_can_have_is_refused() {
    assertThat(ArgumentRewriter.toLocal(map("M=/srv/m"), Set.of("M"), "$M/a\0b"))
        .isInstanceOf(Rewrite.Refused.class);
  }

  @Test
  void each_outcome_has_its_branch() {
    assertThat(branch(new Rewrite.Mapped("a", "b", "M"))).isEqualTo("mapped");
    assertThat(branch(new Rewrite.Unmapped("a", false))).isEqualTo("unmapped");
    assertThat(branch(new Rewrite.Refused("a", "why"))).isEqualTo("refused");
  }

  private static String branch(Rewrite rewrite) {
    return rewrite.fold(mapped -> "mapped", unmapped -> "unmapped", refused -> "refused");
  }

  @Test
  void a_map_knows_its_variables() {
    PathMap map = map("B=/b A=/a/");

    assertThat(map.variables()).containsExactly("B", "A");
    assertThat(map.directory("A")).contains(Path.of("/a"));
    assertThat(map.directory("C")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=/x", "a/b=/x", "M=x", "a\u0000=/x", "a\n=/x"})
  void a_map_refuses_what_can_be_no_variable_or_directory(String pair) {
    assertThatThrownBy(() -> map(pair))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a path variable with an absolute directory");
  }

  private static PathMap map(String text) {
    Map<String, Path> directories = new LinkedHashMap<>();
    for (String pair : text.strip().split("[ ]")) {
      directories.put(
          pair.substring(0, pair.indexOf('=')), Path.of(pair.substring(pair.indexOf('=') + 1)));
    }
    return PathMap.of(directories);
  }
}
