package org.dffmpeg.coordinator.stream;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.json.WireFormatException.Violation;

/** Received text as a 422 item shows it (PROTOCOL 5.1). */
final class Quoted {
  private Quoted() {}

  /** The text as JSON. */
  static String of(String text) {
    return Json.createValue(text).toString();
  }

  static Violation badUlid(List<Object> where, String text) {
    return new Violation("ulid_format", where, "Unrecognized format", of(text), Map.of());
  }
}
