package org.dffmpeg.client.link;

import java.nio.charset.StandardCharsets;
import org.dffmpeg.common.json.WireJson;

/** Wire records as text. */
final class Texts {
  private Texts() {}

  static String of(Object wireRecord) {
    return new String(WireJson.write(wireRecord), StandardCharsets.UTF_8);
  }
}
