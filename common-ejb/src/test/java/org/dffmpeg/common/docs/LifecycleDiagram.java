package org.dffmpeg.common.docs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Draws a life cycle as a Mermaid state diagram, one line for each pair of states. */
final class LifecycleDiagram<S extends Enum<S>, E extends Enum<E>> {
  private final S[] states;
  private final E[] events;
  private final BiFunction<S, E, Optional<S>> next;

  LifecycleDiagram(S[] states, E[] events, BiFunction<S, E, Optional<S>> next) {
    this.states = Arrays.copyOf(states, states.length);
    this.events = Arrays.copyOf(events, events.length);
    this.next = next;
  }

  /** The diagram in a fenced block, ready for a page. */
  String draw(S start, String startedBy, List<S> terminal) {
    StringBuilder lines = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    line(lines, "[*]", name(start), startedBy);
    for (S from : states) {
      arrows(from).forEach((to, labels) -> line(lines, name(from), name(to), labels));
    }
    terminal.forEach(state -> lines.append("  ").append(name(state)).append(" --> [*]\n"));
    return lines.append("```\n").toString();
  }

  private Map<S, String> arrows(S from) {
    Map<S, String> arrows = new LinkedHashMap<>();
    for (E event : events) {
      next.apply(from, event)
          .ifPresent(to -> arrows.merge(to, name(event), (a, b) -> a + ", " + b));
    }
    return arrows;
  }

  private static void line(StringBuilder lines, String from, String to, String label) {
    lines.append("  ").append(from).append(" --> ").append(to).append(": ");
    lines.append(label).append('\n');
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
