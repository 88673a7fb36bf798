package org.dffmpeg.common.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dffmpeg.common.path.PathMap;

/** The section {@code paths}: path variables and their directories here (PROTOCOL 17). */
public final class PathSettings {
  private PathSettings() {}

  /** Reads the section; what is wrong is noted in the reader. */
  public static PathMap read(SettingsReader settings) {
    SettingsReader section = settings.section("paths");
    Map<String, Path> good = new LinkedHashMap<>();
    section
        .textsHere()
        .forEach(
            (variable, text) -> {
              if (!PathMap.isVariable(variable)) {
                section.problem(variable, "expected a name without '/' and without NUL");
              } else if (!text.startsWith("/")) {
                section.problem(variable, "expected an absolute path, not '" + text + "'");
              } else {
                section.path(variable).ifPresent(path -> good.put(variable, path));
              }
            });
    return PathMap.of(good);
  }
}
