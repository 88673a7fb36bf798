package org.dffmpeg.common.json;

import java.util.List;

/**
 * Wire records to bytes and back (PROTOCOL 2): UTF-8 JSON, compact, ASCII only (everything else is
 * escaped), nulls written, times in {@code Z} with none or six fraction digits. Reading ignores
 * unknown keys, fills defaults and is lenient about types as PROTOCOL 2 says. Stateless and
 * thread-safe; no reflection.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class WireJson {
  private WireJson() {}

  /**
   * The bytes of one record.
   *
   * @param record any record of {@code common.protocol}
   */
  public static byte[] write(Object record) {
    throw new UnsupportedOperationException("being written: " + record);
  }

  /** A JSON array of the records. */
  public static byte[] writeList(List<?> records) {
    throw new UnsupportedOperationException("being written: " + records);
  }

  /** The 422 body for these violations: {@code {"detail":[…]}} with {@code code} beside it. */
  public static byte[] writeViolations(List<WireFormatException.Violation> violations) {
    throw new UnsupportedOperationException("being written: " + violations);
  }

  /**
   * The record in these bytes.
   *
   * @param type a record class of {@code common.protocol}
   * @throws WireFormatException if the bytes are not JSON, or not this record; names every
   *     violation
   */
  public static <T> T read(Class<T> type, byte[] json) throws WireFormatException {
    throw new UnsupportedOperationException("being written: " + type);
  }

  /**
   * The records of a JSON array.
   *
   * @throws WireFormatException as {@link #read}
   */
  public static <T> List<T> readList(Class<T> type, byte[] json) throws WireFormatException {
    throw new UnsupportedOperationException("being written: " + type);
  }
}
