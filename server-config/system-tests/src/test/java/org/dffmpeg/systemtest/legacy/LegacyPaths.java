package org.dffmpeg.systemtest.legacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The worker's side of path mapping, as upstream has it (PROTOCOL 17): no confinement. */
record LegacyPaths(Map<String, Path> directories, List<String> allowed) {

  String toLocal(String argument) {
    String prefix = argument.startsWith("file:") ? "file:" : "";
    String rest = argument.substring(prefix.length());
    if (!rest.startsWith("$")) {
      return argument;
    }
    int slash = rest.indexOf('/');
    String variable = slash < 0 ? rest.substring(1) : rest.substring(1, slash);
    Path directory = directories.get(variable);
    if (directory == null || !allowed.contains(variable)) {
      return argument;
    }
    return prefix + directory + (slash < 0 ? "" : rest.substring(slash));
  }
}
