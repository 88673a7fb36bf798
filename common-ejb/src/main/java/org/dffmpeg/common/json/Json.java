package org.dffmpeg.common.json;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.Reader;
import java.io.Writer;

/** The JSON provider, looked up once: the lookup costs more than a message. Thread-safe. */
final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  static JsonParser parser(Reader source) {
    return PROVIDER.createParser(source);
  }

  static JsonGenerator generator(Writer target) {
    return PROVIDER.createGenerator(target);
  }
}
