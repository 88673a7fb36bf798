package org.dffmpeg.common.json;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of JSON objects: every key is written, null where there is nothing (PROTOCOL
 * 2). Confined to one call.
 */
final class ObjectWriter {
  private final JsonGenerator out;
  private final String zone;

  ObjectWriter(JsonGenerator out) {
    this(out, "Z");
  }

  private ObjectWriter(JsonGenerator out, String zone) {
    this.out = out;
    this.zone = zone;
  }

  /** The same output with times ending in {@code +00:00}, for {@code /status/data} (PROTOCOL 2). */
  ObjectWriter withNumericZone() {
    return new ObjectWriter(out, "+00:00");
  }

  /** Ids and names go in as they print. */
  ObjectWriter text(String key, @Nullable Object value) {
    if (value == null) {
      out.writeNull(key);
    } else {
      out.write(key, value.toString());
    }
    return this;
  }

  ObjectWriter number(String key, @Nullable Integer value) {
    if (value == null) {
      out.writeNull(key);
    } else {
      out.write(key, value.intValue());
    }
    return this;
  }

  ObjectWriter number(String key, long value) {
    out.write(key, value);
    return this;
  }

  ObjectWriter flag(String key, boolean value) {
    out.write(key, value);
    return this;
  }

  ObjectWriter time(String key, @Nullable Instant value) {
    return text(key, value == null ? null : WireTime.format(value, zone));
  }

  ObjectWriter texts(String key, List<?> values) {
    out.writeStartArray(key);
    values.forEach(value -> out.write(value.toString()));
    out.writeEnd();
    return this;
  }

  ObjectWriter numbers(String key, @Nullable List<Integer> values) {
    if (values == null) {
      out.writeNull(key);
      return this;
    }
    out.writeStartArray(key);
    values.forEach(out::write);
    out.writeEnd();
    return this;
  }

  <T> ObjectWriter object(String key, Codec<T> codec, T value) {
    out.writeStartObject(key);
    codec.write(value, this);
    out.writeEnd();
    return this;
  }

  <T> ObjectWriter optionalObject(String key, Codec<T> codec, @Nullable T value) {
    return value == null ? text(key, null) : object(key, codec, value);
  }

  /** Null in the place of {@code nothing}. */
  <T> ObjectWriter objectUnless(T nothing, String key, Codec<T> codec, T value) {
    return optionalObject(key, codec, value.equals(nothing) ? null : value);
  }

  <T> ObjectWriter objects(String key, Codec<T> codec, List<? extends T> values) {
    out.writeStartArray(key);
    values.forEach(value -> item(codec, value));
    out.writeEnd();
    return this;
  }

  <T> ObjectWriter objectsByName(String key, Codec<T> codec, @Nullable Map<String, T> values) {
    if (values == null) {
      out.writeNull(key);
      return this;
    }
    out.writeStartObject(key);
    values.forEach((name, value) -> object(name, codec, value));
    out.writeEnd();
    return this;
  }

  /** An object of texts, numbers and flags. */
  ObjectWriter scalars(String key, Map<String, ?> values) {
    out.writeStartObject(key);
    values.forEach(this::scalar);
    out.writeEnd();
    return this;
  }

  private ObjectWriter scalar(String key, Object value) {
    if (value instanceof Boolean flag) {
      return flag(key, flag);
    }
    return value instanceof Number number ? number(key, number.longValue()) : text(key, value);
  }

  <T> void item(Codec<T> codec, T value) {
    out.writeStartObject();
    codec.write(value, this);
    out.writeEnd();
  }

  /** Runs the codec on this same object, for records whose members stand flat beside others. */
  <T> ObjectWriter flat(Codec<T> codec, T value) {
    codec.write(value, this);
    return this;
  }
}
