package org.dffmpeg.common.architecture.broken;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Breaks A1. */
public class ParsesJson {
  public JsonObject json() {
    return Json.createObjectBuilder().build();
  }
}
