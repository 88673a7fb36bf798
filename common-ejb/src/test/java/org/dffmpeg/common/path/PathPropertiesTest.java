package org.dffmpeg.common.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every path below directories that do not exist, so that no link is in the way. */
class PathPropertiesTest {
  private static final String BASE = "/no-such-directory";

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "aa", "movies", "movies-animated", "Ü 1", "%d.ts", "$M", "-i");
  }

  @Provide
  Arbitrary<String> steps() {
    return Arbitraries.oneOf(names(), Arbitraries.of(".", "..", ""));
  }

  @Property
  void mapped_and_put_back_a_path_is_the_same(
      @ForAll @Size(max = 4) List<@From("names") String> directory,
      @ForAll @Size(max = 4) List<@From("names") String> below) {
    PathMap map = PathMap.of(Map.of("M", path(directory)));
    String argument = path(directory).resolve(String.join("/", below)).toString();

    assertThat(local(map, logical(map, argument))).isEqualTo(argument);
  }

  @Property
  void another_machine_s_path_has_the_same_rest(
      @ForAll @Size(max = 4) List<@From("names") String> below) {
    String rest = below.isEmpty() ? "" : "/" + String.join("/", below);
    PathMap here = PathMap.of(Map.of("M", Path.of(BASE, "here")));
    PathMap there = PathMap.of(Map.of("M", Path.of(BASE, "there", "deeper")));

    assertThat(local(there, logical(here, BASE + "/here" + rest)))
        .isEqualTo(BASE + "/there/deeper" + rest);
  }

  @Property
  void a_match_ends_between_names_never_within(
      @ForAll("names") String name, @ForAll("names") String other) {
    PathMap map = PathMap.of(Map.of("M", Path.of(BASE, name)));
    Rewrite rewrite = ArgumentRewriter.toLogical(map, BASE + "/" + name + other + "/x");

    assertThat(rewrite).isInstanceOf(Rewrite.Unmapped.class);
  }

  @Property
  void the_longest_directory_wins_in_any_order(
      @ForAll @Size(min = 2, max = 5) List<@From("names") String> names, @ForAll boolean reversed) {
    Map<String, Path> directories = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      int depth = reversed ? names.size() - 1 - i : i;
      directories.put("V" + depth, path(names.subList(0, depth)));
    }
    Rewrite rewrite = ArgumentRewriter.toLogical(PathMap.of(directories), path(names) + "/file");

    assertThat(rewrite)
        .isInstanceOfSatisfying(
            Rewrite.Mapped.class,
            mapped -> assertThat(mapped.variable()).isEqualTo("V" + (names.size() - 1)));
  }

  @Property
  void nothing_local_ever_lies_outside_the_directory(
      @ForAll @Size(max = 6) List<@From("steps") String> steps) {
    Path root = Path.of(BASE, "m");
    String argument = "$M/" + String.join("/", steps);
    Rewrite rewrite =
        ArgumentRewriter.toLocal(PathMap.of(Map.of("M", root)), Set.of("M"), argument);

    boolean inside = Path.of(root + "/" + String.join("/", steps)).normalize().startsWith(root);
    assertThat(rewrite).isInstanceOf(inside ? Rewrite.Mapped.class : Rewrite.Refused.class);
  }

  private static Path path(List<String> names) {
    return Path.of(BASE, names.toArray(new String[0]));
  }

  private static String logical(PathMap map, String argument) {
    return ((Rewrite.Mapped) ArgumentRewriter.toLogical(map, argument)).text();
  }

  private static String local(PathMap map, String argument) {
    return ((Rewrite.Mapped) ArgumentRewriter.toLocal(map, Set.of("M"), argument)).text();
  }
}
