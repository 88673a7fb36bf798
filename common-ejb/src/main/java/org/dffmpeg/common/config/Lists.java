package org.dffmpeg.common.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** How a setting is read as a list; what is none is noted. */
final class Lists {
  private Lists() {}

  /** The texts; a single one is a list of one, and one of the environment is split at commas. */
  static List<String> texts(Setting setting, Origin origin) {
    if (setting.override() != null) {
      return List.of(setting.override().strip().split("\\s*,\\s*"));
    }
    if (setting.node() instanceof ScalarNode scalar) {
      return List.of(scalar.getValue());
    }
    List<String> texts = new ArrayList<>();
    for (Node item : items(setting, origin)) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        origin.problem(item, setting.key(), "expected a list of texts");
      }
    }
    return List.copyOf(texts);
  }

  static List<Node> items(Setting setting, Origin origin) {
    if (setting.node() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    origin.problems().add(setting.place(), setting.key(), "expected a list");
    return List.of();
  }
}
