package org.dffmpeg.common.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of one mapping of the file, with the environment over them; remembers which keys were
 * asked for. Confined to one load.
 */
final class Section {
  private final Origin origin;
  private final String prefix;
  private final int line;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  /**
   * @param prefix the dotted key of this section with a dot behind, or nothing at the top
   */
  Section(Origin origin, String prefix, @Nullable MappingNode mapping) {
    this.origin = origin;
    this.prefix = prefix;
    this.line = mapping == null || prefix.isEmpty() ? 0 : Origin.lineOf(mapping);
    if (mapping != null) {
      mapping.getValue().forEach(this::add);
    }
  }

  private void add(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      origin.problem(entry.getKeyNode(), prefix + "?", "expected a plain key");
      return;
    }
    NodeTuple first = entries.putIfAbsent(key.getValue(), entry);
    if (first != null) {
      origin.problem(
          key,
          prefix + key.getValue(),
          "given twice, first in line " + Origin.lineOf(first.getKeyNode()));
    }
  }

  /** The value of that key: the environment's, else the file's; an empty value is none. */
  Optional<Setting> find(String key) {
    asked.add(key);
    String variable = "DFFMPEG_" + (prefix + key).replace('.', '_').toUpperCase(Locale.ROOT);
    return origin
        .variable(variable)
        .map(text -> new Setting(prefix + key, "environment " + variable, text, null))
        .or(() -> inFile(key));
  }

  private Optional<Setting> inFile(String key) {
    NodeTuple entry = entries.get(key);
    if (entry == null || isEmpty(entry.getValueNode())) {
      return Optional.empty();
    }
    return Optional.of(
        new Setting(prefix + key, origin.place(entry.getKeyNode()), null, entry.getValueNode()));
  }

  private static boolean isEmpty(Node value) {
    return value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  /** The keys that were asked for. */
  Set<String> asked() {
    return asked;
  }

  /** The keys that stand in the file. */
  Set<String> keysInFile() {
    return entries.keySet();
  }

  /** Where to point for a key that is not there. */
  String place() {
    return origin.place(line);
  }

  String dotted(String key) {
    return prefix + key;
  }

  void reportUnknown() {
    entries.forEach(
        (key, entry) -> {
          if (!asked.contains(key)) {
            origin.problem(
                entry.getKeyNode(), prefix + key, "unknown key" + Suggestion.of(key, asked));
          }
        });
  }
}
