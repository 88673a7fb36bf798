package org.dffmpeg.coordinator.stream;

import java.util.List;
import java.util.Map;
import org.dffmpeg.common.json.WireFormatException.Violation;
import org.dffmpeg.common.json.WireJson;

/** Received text as a 422 item shows it (PROTOCOL 5.1). */
final class Quoted {
  private Quoted() {}

  /** The text as JSON. */
  static String of(String text) {
    return WireJson.quoted(text);
  }

  static Violation badUlid(List<Object> where, String text) {
    return new Violation("ulid_format", where, "Unrecognized format", of(text), Map.of());
  }
}
