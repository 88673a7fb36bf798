package org.dffmpeg.common.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where settings come from: a file, or none, and the environment over it. */
record Origin(
    @Nullable Path file,
    String absent,
    Map<String, String> environment,
    Path directory,
    Problems problems) {

  /** An empty variable is taken as not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }

  String place(Node node) {
    return place(lineOf(node));
  }

  String place(int line) {
    if (file == null) {
      return absent;
    }
    return line == 0 ? file.toString() : file + ":" + line;
  }

  void problem(Node node, String key, String what) {
    problems.add(place(node), key, what);
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
