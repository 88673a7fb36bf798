package org.dffmpeg.common.json;

import jakarta.json.stream.JsonGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Wire records to bytes and back (PROTOCOL 2): UTF-8 JSON, compact, ASCII only (everything else is
 * escaped), nulls written, times in {@code Z} with none or six fraction digits. Reading ignores
 * unknown keys, fills defaults and is lenient about types as PROTOCOL 2 says. Stateless and
 * thread-safe; no reflection.
 */
public final class WireJson {
  private static final int LONGEST_DETAIL = 500;

  private WireJson() {}

  /**
   * Writes a record as a JSON object.
   *
   * @param record any record of {@code common.protocol}
   */
  public static byte[] write(Object record) {
    return toBytes(out -> item(new ObjectWriter(out), record));
  }

  /** Writes records as a JSON array. */
  public static byte[] writeList(List<?> records) {
    return toBytes(
        out -> {
          ObjectWriter items = new ObjectWriter(out);
          out.writeStartArray();
          records.forEach(record -> item(items, record));
          out.writeEnd();
        });
  }

  /** Writes texts as a JSON array: how stores keep lists. */
  public static byte[] writeTexts(List<String> texts) {
    return toBytes(
        out -> {
          out.writeStartArray();
          texts.forEach(out::write);
          out.writeEnd();
        });
  }

  /** Writes numbers as a JSON array: how stores keep positions. */
  public static byte[] writeNumbers(List<Integer> numbers) {
    return toBytes(
        out -> {
          out.writeStartArray();
          numbers.forEach(out::write);
          out.writeEnd();
        });
  }

  /** Writes numbers by name as a JSON object: how stores keep slots. */
  public static byte[] writeCounts(Map<String, Integer> counts) {
    return toBytes(
        out -> {
          out.writeStartObject();
          counts.forEach((name, count) -> out.write(name, count.intValue()));
          out.writeEnd();
        });
  }

  /** Writes texts by name as a JSON object. */
  public static byte[] writeTextsByName(Map<String, String> texts) {
    return toBytes(
        out -> {
          out.writeStartObject();
          texts.forEach(out::write);
          out.writeEnd();
        });
  }

  /** The 422 body for these violations: {@code {"detail":[…]}} with {@code code} beside it. */
  public static byte[] writeViolations(List<WireFormatException.Violation> violations) {
    return toBytes(out -> ViolationsBody.write(violations, out));
  }

  /** Received text as a {@link WireFormatException.Violation} shows it: JSON, and shortened. */
  public static String quoted(String text) {
    return JsonText.excerpt(text);
  }

  /**
   * Reads a record.
   *
   * @param type a record class of {@code common.protocol}
   * @throws WireFormatException if the bytes are not JSON, or not this record; names every
   *     violation
   */
  public static <T> T read(Class<T> type, byte[] json) throws WireFormatException {
    return read(json, body -> body.object(Codecs.of(type)));
  }

  /**
   * Reads an array of records.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static <T> List<T> readList(Class<T> type, byte[] json) throws WireFormatException {
    return read(json, body -> Readers.objects(body, Codecs.of(type)));
  }

  /**
   * Reads an array of texts.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static List<String> readTexts(byte[] json) throws WireFormatException {
    return read(json, Readers::texts);
  }

  /**
   * Reads an array of numbers.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static List<Integer> readNumbers(byte[] json) throws WireFormatException {
    return read(json, body -> body.items().stream().map(Input::integer).toList());
  }

  /**
   * Reads an object of numbers.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static Map<String, Integer> readCounts(byte[] json) throws WireFormatException {
    return read(json, body -> Readers.valuesByName(body, Input::integer));
  }

  /**
   * Reads an object of texts.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static Map<String, String> readTextsByName(byte[] json) throws WireFormatException {
    return read(json, body -> Readers.valuesByName(body, Input::anyText));
  }

  /**
   * Reads the body of an error answer, whoever sent it: without a code that we know, the most
   * general one of the status is taken, and what is no JSON becomes the detail as it is, shortened.
   */
  public static Problem readProblem(int httpStatus, byte[] body) {
    ProblemCode general = ProblemCode.ofHttpStatus(httpStatus);
    try {
      return read(body, input -> input.object(new ProblemCodec(general)));
    } catch (WireFormatException e) {
      String text = new String(body, StandardCharsets.UTF_8).strip();
      return new Problem(general, text.substring(0, Math.min(text.length(), LONGEST_DETAIL)));
    }
  }

  /**
   * Whether this is the body of an error answer as a coordinator writes it (PROTOCOL 5.1): not of a
   * proxy between, nor of a server without the application.
   */
  public static boolean isProblem(byte[] body) {
    try {
      read(body, input -> input.object(new ProblemCodec(ProblemCode.INTERNAL)));
      return true;
    } catch (WireFormatException e) {
      return false;
    }
  }

  private static <T> T read(byte[] json, Function<Input, T> reader) throws WireFormatException {
    if (json.length == 0) {
      Violations nothing = new Violations();
      nothing.add(Location.BODY, Complaint.MISSING, null);
      nothing.throwIfAny();
    }
    Violations violations = new Violations();
    @Nullable Object tree = JsonTree.parse(json);
    T result = reader.apply(new Input(tree, Location.BODY, violations));
    violations.throwIfAny();
    return result;
  }

  private static byte[] toBytes(Consumer<JsonGenerator> content) {
    AsciiOutput bytes = new AsciiOutput();
    try (JsonGenerator out = Json.generator(bytes)) {
      content.accept(out);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // the codec is that of the record's own class
  private static <T> void item(ObjectWriter out, T record) {
    out.item(Codecs.of((Class<T>) record.getClass()), record);
  }
}
