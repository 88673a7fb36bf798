package org.dffmpeg.common.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Finds an application's settings: the file of PROTOCOL 18's search order, the environment over it.
 */
public final class SettingsSource {
  private SettingsSource() {}

  /**
   * Loads the settings of this process: its environment, working directory and home.
   *
   * @param explicitFile what {@code --config} named, or null
   * @throws ConfigurationException as {@link #load}
   */
  public static SettingsReader ofProcess(String app, @Nullable Path explicitFile) {
    return load(
        app,
        explicitFile,
        System.getenv(),
        Path.of(System.getProperty("user.dir")),
        Path.of(System.getProperty("user.home")));
  }

  /**
   * Finds and parses the file. Having none is no error here: the reader then complains about the
   * keys that it cannot do without.
   *
   * @param app {@code coordinator}, {@code worker} or {@code client}
   * @throws ConfigurationException if a file that was named does not exist, or a file cannot be
   *     read or is not YAML
   */
  public static SettingsReader load(
      String app,
      @Nullable Path explicitFile,
      Map<String, String> environment,
      Path workingDirectory,
      Path home) {
    List<Path> searched = usualPlaces(app, workingDirectory, home);
    Optional<Path> file =
        named(app, explicitFile, environment)
            .map(workingDirectory::resolve)
            .or(() -> searched.stream().filter(Files::isRegularFile).findFirst());
    Optional<MappingNode> root = file.flatMap(YamlFile::read);
    Origin origin =
        new Origin(
            file.orElse(null),
            "no configuration file (searched " + joined(searched) + ")",
            Map.copyOf(environment),
            file.map(Path::toAbsolutePath).map(Path::getParent).orElse(workingDirectory),
            new Problems());
    return new SettingsReader(origin, new Section(origin, "", root.orElse(null)));
  }

  private static Optional<Path> named(
      String app, @Nullable Path explicitFile, Map<String, String> environment) {
    String variable = "DFFMPEG_" + app.toUpperCase(Locale.ROOT) + "_CONFIG";
    return Optional.ofNullable(explicitFile)
        .or(
            () ->
                Optional.ofNullable(environment.get(variable))
                    .filter(text -> !text.isEmpty())
                    .map(Path::of));
  }

  private static List<Path> usualPlaces(String app, Path workingDirectory, Path home) {
    return List.of(
        workingDirectory.resolve("dffmpeg-" + app + ".yaml"),
        home.resolve(".config/dffmpeg").resolve(app + ".yaml"),
        Path.of("/etc/dffmpeg").resolve(app + ".yaml"));
  }

  private static String joined(List<Path> files) {
    List<String> names = new ArrayList<>();
    files.forEach(file -> names.add(file.toString()));
    return String.join(", ", names);
  }
}
