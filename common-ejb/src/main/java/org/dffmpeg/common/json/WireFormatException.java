package org.dffmpeg.common.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bytes that are not the expected wire record. Carries every violation found, for a 422 answer
 * (PROTOCOL 5.1).
 */
public final class WireFormatException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Violation> violations;

  /**
   * One thing that is wrong, with the keys of a 422 item. {@code loc} starts with {@code body};
   * {@code input} is the JSON text of what was received; {@code ctx} holds extras (strings and
   * numbers).
   */
  public record Violation(
      String type, List<Object> loc, String msg, String input, Map<String, Object> ctx) {
    public Violation {
      loc = List.copyOf(loc);
      ctx = Map.copyOf(ctx);
    }
  }

  public WireFormatException(List<Violation> violations) {
    super(violations.stream().map(v -> v.loc() + ": " + v.msg()).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
