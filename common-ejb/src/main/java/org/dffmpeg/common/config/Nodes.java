package org.dffmpeg.common.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Shapes of YAML nodes. */
final class Nodes {
  private Nodes() {}

  /** The mapping, or for a bare text one with that text under the key; null for a list. */
  static @Nullable MappingNode asMapping(Node item, String shortKey) {
    if (item instanceof MappingNode mapping) {
      return mapping;
    }
    if (!(item instanceof ScalarNode)) {
      return null;
    }
    Node key =
        new ScalarNode(
            Tag.STR, true, shortKey, ScalarStyle.PLAIN, item.getStartMark(), item.getEndMark());
    return new MappingNode(
        Tag.MAP,
        true,
        List.of(new NodeTuple(key, item)),
        FlowStyle.BLOCK,
        item.getStartMark(),
        item.getEndMark());
  }
}
