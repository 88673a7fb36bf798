package org.dffmpeg.common.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One value and where it was written. Either a text of the environment or a node of the file.
 *
 * @param key the dotted key, as in {@code coordinator.port}
 * @param place {@code file:line} or the variable's name
 */
record Setting(String key, String place, @Nullable String override, @Nullable Node node) {

  /** The value as a single text; empty if it is a list or a mapping. */
  Optional<String> scalar() {
    if (override != null) {
      return Optional.of(override);
    }
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }
}
