package org.dffmpeg.common.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of PROTOCOL 17, with the rows inverted that are faults there (W22, W23). */
class ArgumentRewriterTest {
  private static final PathMap MOVIES = map("Movies", "/mnt/media/movies");

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "/mnt/media/movies/a.mkv, $Movies/a.mkv",
    "/mnt/media/movies, $Movies",
    "file:/mnt/media/movies/a, file:$Movies/a",
    "file:///mnt/media/movies/a.mkv, file:$Movies/a.mkv",
    "/mnt/media//movies/x/./a.mkv, $Movies/x/a.mkv",
    "/mnt/media/movies/%d.ts, $Movies/%d.ts",
    "/mnt/media/movies/x/, $Movies/x/"
  })
  void a_path_below_the_directory_becomes_logical(String argument, String logical) {
    assertThat(ArgumentRewriter.toLogical(MOVIES, argument))
        .isEqualTo(new Rewrite.Mapped(argument, logical, "Movies"));
  }

  @ParameterizedTest
  @CsvSource({
    "/mnt/media/movies-animated/a, true",
    "/mnt/media/movies/../other, true",
    "concat:/mnt/media/movies/a|/mnt/media/movies/b, false",
    "subtitles=/mnt/media/movies/x.ass, false",
    "-i, false",
    "movies/a.mkv, false"
  })
  void anything_else_stays_as_it_is(String argument, boolean looksLikePath) {
    assertThat(ArgumentRewriter.toLogical(MOVIES, argument))
        .isEqualTo(new Rewrite.Unmapped(argument, looksLikePath));
  }

  @Test
  void the_longest_directory_wins() {
    PathMap both =
        PathMap.of(Map.of("All", Path.of("/mnt/media"), "Movies", Path.of("/mnt/media/movies")));

    assertThat(text(ArgumentRewriter.toLogical(both, "/mnt/media/other/f")))
        .isEqualTo("$All/other/f");
    assertThat(text(ArgumentRewriter.toLogical(both, "/mnt/media/movies/f")))
        .isEqualTo("$Movies/f");
  }

  @Test
  void a_trailing_slash_or_the_root_directory_matches() {
    assertThat(text(ArgumentRewriter.toLogical(map("M", "/data/"), "/data/a.mkv")))
        .isEqualTo("$M/a.mkv");
    assertThat(text(ArgumentRewriter.toLogical(map("R", "/"), "/no/such/a.mkv")))
        .isEqualTo("$R/no/such/a.mkv");
    assertThat(text(ArgumentRewriter.toLocal(map("R", "/"), Set.of("R"), "$R/no/a")))
        .isEqualTo("/no/a");
  }

  @Test
  void a_symlinked_directory_matches_by_either_name() throws IOException {
    Path real = Files.createDirectory(temporary.toRealPath().resolve("real"));
    Path link = Files.createSymbolicLink(temporary.toRealPath().resolve("link"), real);
    PathMap byLink = PathMap.of(Map.of("M", link));

    assertThat(text(ArgumentRewriter.toLogical(byLink, link + "/a.mkv"))).isEqualTo("$M/a.mkv");
    assertThat(text(ArgumentRewriter.toLogical(byLink, real + "/a.mkv"))).isEqualTo("$M/a.mkv");
    assertThat(text(ArgumentRewriter.toLocal(byLink, Set.of("M"), "$M/a.mkv")))
        .isEqualTo(link + "/a.mkv");
  }

  @ParameterizedTest
  @CsvSource({
    "$M, /srv/m",
    "$M/, /srv/m/",
    "$M/x, /srv/m/x",
    "file:$M/x, file:/srv/m/x",
    "$M/x/../y, /srv/m/x/../y"
  })
  void a_variable_of_the_job_becomes_local(String argument, String local) {
    assertThat(ArgumentRewriter.toLocal(map("M", "/srv/m"), Set.of("M"), argument))
        .isEqualTo(new Rewrite.Mapped(argument, local, "M"));
  }

  @ParameterizedTest
  @CsvSource({"$Mx/y", "pre$M/x", "file://$M/x"})
  void other_text_with_a_dollar_stays_literal(String argument) {
    assertThat(ArgumentRewriter.toLocal(map("M", "/srv/m"), Set.of("M"), argument))
        .isEqualTo(new Rewrite.Unmapped(argument, argument.startsWith("file:/")));
  }

  @Test
  void a_variable_that_the_job_does_not_name_stays_literal() {
    assertThat(ArgumentRewriter.toLocal(map("M", "/srv/m"), Set.of(), "$M/x"))
        .isEqualTo(new Rewrite.Unmapped("$M/x", false));
  }

  @Test
  void a_way_out_of_the_directory_is_refused() throws IOException {
    Path root = Files.createDirectory(temporary.toRealPath().resolve("root"));
    Files.createSymbolicLink(root.resolve("out"), Path.of("/etc"));
    PathMap map = PathMap.of(Map.of("M", root));

    assertThat(ArgumentRewriter.toLocal(map, Set.of("M"), "$M/../../etc/passwd"))
        .isInstanceOf(Rewrite.Refused.class);
    assertThat(ArgumentRewriter.toLocal(map, Set.of("M"), "$M/out/passwd"))
        .isInstanceOfSatisfying(
            Rewrite.Refused.class,
            refused -> assertThat(refused.reason()).contains("/etc/passwd", "outside", "$M"));
  }

  @Test
  void a_map_names_what_is_wrong_with_it() {
    assertThatThrownBy(() -> map("a/b", "/x")).hasMessageContaining("a/b");
    assertThatThrownBy(() -> map("M", "x")).hasMessageContaining("absolute");
  }

  private static PathMap map(String variable, String directory) {
    return PathMap.of(Map.of(variable, Path.of(directory)));
  }

  private static String text(Rewrite rewrite) {
    return rewrite.fold(Rewrite.Mapped::text, Rewrite.Unmapped::original, Rewrite.Refused::reason);
  }
}
