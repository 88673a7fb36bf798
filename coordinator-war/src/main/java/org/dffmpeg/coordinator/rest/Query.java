package org.dffmpeg.coordinator.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireFormatException.Violation;

/**
 * The parameters after the question mark, read as leniently as PROTOCOL 2 says; of a repeated one
 * the last counts. What cannot be read is a 422 (PROTOCOL 5.1). Immutable.
 */
final class Query {
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "on", "t", "y");
  private static final Set<String> FALSE = Set.of("false", "0", "no", "off", "f", "n");

  private final MultivaluedMap<String, String> parameters;

  Query(UriInfo uri) {
    this(uri.getQueryParameters());
  }

  Query(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Whole seconds; negative ones count as none. */
  Duration seconds(String name, Duration otherwise) throws WireFormatException {
    OptionalInt seconds = integer(name);
    return seconds.isPresent() ? Duration.ofSeconds(Math.max(0, seconds.getAsInt())) : otherwise;
  }

  OptionalInt integer(String name) throws WireFormatException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(new BigDecimal(text.get().strip()).intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw unreadable(
          name, text.get(), "int_parsing", "integer, unable to parse string as an integer");
    }
  }

  Optional<Boolean> flag(String name) throws WireFormatException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.get().toLowerCase(Locale.ROOT);
    if (!TRUE.contains(word) && !FALSE.contains(word)) {
      throw unreadable(name, text.get(), "bool_parsing", "boolean, unable to interpret input");
    }
    return Optional.of(TRUE.contains(word));
  }

  /** An id; a text that is none is a 400 {@code Invalid <name>} (PROTOCOL 5.4). */
  <T> Optional<T> id(String name, Function<String, Optional<T>> parser) {
    return text(name).map(text -> parser.apply(text).orElseThrow(() -> Ids.invalid(name)));
  }

  private Optional<String> text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** As JSON text; what this does not make valid JSON is shown as it is. */
  private static String quoted(String input) {
    return '"' + input.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static WireFormatException unreadable(
      String name, String input, String type, String expected) {
    String message = "Input should be a valid " + expected;
    Violation violation =
        new Violation(type, List.of("query", name), message, quoted(input), Map.of());
    return new WireFormatException(List.of(violation));
  }
}
